public import Words

/// Why an image is not read, or not shown.
public enum ImageRefusal: Explained, Equatable {
    /// The bytes begin like no image that is known here.
    case unknownFormat
    /// The format is known, but there is no way here to take out what is hidden in it.
    case cannotClean(ImageFacts.Format)
    /// The file ends too early.
    case cutOff
    /// A part of the file is not built as its format says, at this byte.
    case broken(at: Int)
    /// A kind of part that cannot be judged, at this byte.
    case unknownPart(at: Int)
    /// The image has no width or no height.
    case noPixels
    /// The image would unpack to more pixels than can be shown safely.
    case tooManyPixels(width: Int, height: Int)

    /// The reason in words.
    public var phrase: Phrase {
        switch self {
        case .unknownFormat: Phrase("image.unknown-format")
        case .cannotClean(let format): Phrase("image.cannot-clean", ["format": format.rawValue.uppercased()])
        case .cutOff: Phrase("image.cut-off")
        case .broken(let offset): Phrase("image.broken", ["offset": String(offset)])
        case .unknownPart(let offset): Phrase("image.unknown-part", ["offset": String(offset)])
        case .noPixels: Phrase("image.no-pixels")
        case .tooManyPixels(let width, let height):
            Phrase("image.too-many-pixels", ["width": String(width), "height": String(height)])
        }
    }
}
