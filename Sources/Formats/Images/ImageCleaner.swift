/// Takes out of an image everything but what is needed to show its pixels.
///
/// Gone are EXIF with place, time, owner and thumbnail, XMP, IPTC, comments, texts, colour profiles (their
/// descriptions name devices), maker's parts, second images, and whatever follows the end of the image. The pixels
/// are copied byte for byte. When the camera was held sideways, a tag with the orientation alone is written anew.
///
/// What is kept is a short list, so that a part that nobody thought of is dropped, not shown. What cannot be
/// cleaned is refused: an image is shown clean or not at all.
///
/// R068: export of images goes through here. RL-07: no biometric is read from an image, here or anywhere.
public enum ImageCleaner {
    /// The image without anything hidden: JPEG, PNG, WebP or GIF.
    ///
    /// - Throws: `ImageRefusal` for other formats and for files that are not built as their format says.
    public static func strip(_ bytes: [UInt8]) throws(ImageRefusal) -> [UInt8] {
        try ImageScan.read(bytes).clean
    }
}

/// One walk through an image: what it is, and what of it may be shown.
struct ImageScan {
    /// What was found.
    var facts: ImageFacts
    /// The image without anything hidden.
    var clean: [UInt8]

    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageScan {
        switch ImageFacts.format(of: bytes) {
        case .jpeg: try JPEGScan.read(bytes)
        case .png: try PNGScan.read(bytes)
        case .webp: try WebPScan.read(bytes)
        case .gif: try GIFScan.read(bytes)
        case .tiff: throw .cannotClean(.tiff)
        case nil: throw .unknownFormat
        }
    }
}
