import HTTPTypes
import Hummingbird
import NIOCore

/// The kinds of answer that handlers give.
enum Answer {
    /// A page of this site.
    static func page(_ page: Page, _ asked: some Asked, status: HTTPResponse.Status = .ok) -> Response {
        let frame = Frame(reader: asked.reader, assets: asked.world.assets, eyes: asked.call.eyes)
        return html(
            frame.document(page).guarded(for: asked.call.eyes, key: asked.world.configuration.newName), status: status)
    }

    /// Markup, whole or a part of a page.
    static func html(_ markup: Markup, status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(markup.text.utf8), "text/html; charset=utf-8", status: status)
    }

    /// A value as JSON.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json")
        -> Response
    {
        bytes(JSONText.bytes(of: value), type, status: status)
    }

    /// Bytes of a media type.
    static func bytes(_ bytes: [UInt8], _ type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type, .contentLength: String(bytes.count)],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Go there with GET: after every form, so that reloading a page never repeats an action.
    static func see(_ url: SiteURL) -> Response { Response(status: .seeOther, headers: [.location: url.path]) }

    /// A file that never changes under its address.
    static func file(_ file: Assets.File, version: String?) -> Response {
        var response = bytes(file.bytes, file.mediaType)
        response.headers[.cacheControl] = version == file.version ? "public, max-age=31536000, immutable" : "no-cache"
        return response
    }
}
