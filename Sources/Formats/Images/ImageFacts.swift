/// What can be told of an image without looking at it: its format, its size, and what is hidden in it.
///
/// R068: images from checkpoints are sources, of suspects and of people at risk alike.
/// RL-07: nothing here, and nothing that may be added here, recognises a face or derives a template, a likeness score
/// or any other biometric from the pixels. This engine never decodes a pixel; it reads the container around them.
public struct ImageFacts: Equatable, Sendable {
    /// The formats that are told apart.
    public enum Format: String, Sendable, CaseIterable {
        /// JPEG (ISO 10918).
        case jpeg
        /// PNG (ISO 15948).
        case png
        /// WebP (RFC 9649).
        case webp
        /// GIF 87a and 89a.
        case gif
        /// TIFF 6.0: facts only, it cannot be cleaned.
        case tiff

        /// The media type.
        public var mediaType: String { "image/\(rawValue)" }
    }

    /// What an image may carry beside its pixels.
    public enum Metadata: String, Sendable, CaseIterable {
        /// EXIF: camera, time, owner.
        case exif
        /// A place, in EXIF.
        case gps
        /// XMP: who edited it, with what.
        case xmp
        /// IPTC: captions and names of the press.
        case iptc
        /// Free text.
        case comment
        /// A small copy, which may show what was cut off.
        case thumbnail
        /// A colour profile, with text in it.
        case colourProfile
        /// Parts that only one maker's software knows.
        case other
    }

    /// The format.
    public var format: Format
    /// The width in pixels, as stored.
    public var width: Int
    /// The height in pixels, as stored.
    public var height: Int
    /// How the stored picture has to be turned, 1 to 8 as EXIF counts; 1 is as it is.
    public var orientation = 1
    /// What else is in the file.
    public var metadata: Set<Metadata> = []

    /// The most pixels that an image may unpack to: 100 million.
    public static let mostPixels = 100_000_000

    /// Reads the facts of an image that is in memory.
    ///
    /// - Throws: `ImageRefusal` when the bytes are no image that is known here, or its structure is broken.
    public static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageFacts {
        if let format = format(of: bytes), format == .tiff { return try TIFFFacts.read(bytes) }
        return try ImageScan.read(bytes).facts
    }

    /// The format by the first bytes; a name or a media type is never trusted.
    public static func format(of bytes: [UInt8]) -> Format? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
        if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) { return .gif }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        return nil
    }

    /// Notes the size; refuses one that is nothing or far too much.
    mutating func setSize(_ width: Int, _ height: Int) throws(ImageRefusal) {
        guard width > 0, height > 0 else { throw .noPixels }
        guard width <= Self.mostPixels / height else { throw .tooManyPixels(width: width, height: height) }
        self.width = width
        self.height = height
    }
}
