internal import ArabicText
internal import EventModel
internal import Lexicon

// What the tables hold of other modules.

extension Sector: ImagedCase {}
extension EntityKind: ImagedCase {}
extension EventType: ImagedCase {}
extension EventMode: ImagedCase {}
extension Event.Status: ImagedCase {}
extension EventCount.Relation: ImagedCase {}
extension Claim.Stance: ImagedCase {}
extension Claim.Scope: ImagedCase {}
extension Masking.Reason: ImagedCase {}

extension Symbol: Imaged {
  init(from image: inout ImageReader) { self.init(rawValue: image.read()) }

  func write(to image: inout ImageWriter) { image.write(rawValue) }
}

extension WordMarks: Imaged {
  init(from image: inout ImageReader) { self.init(rawValue: image.read()) }

  func write(to image: inout ImageWriter) { image.write(rawValue) }
}

extension VerbForm.Number: Imaged {
  init(from image: inout ImageReader) { self = Self(rawValue: image.read()) ?? .singular }

  func write(to image: inout ImageWriter) { image.write(rawValue) }
}

extension CivilDay: Imaged {
  init(from image: inout ImageReader) { self.init(ordinal: image.read()) }

  func write(to image: inout ImageWriter) { image.write(ordinal) }
}

extension Vocabulary: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      letters: image.read(), words: image.read(),
      slots: (image.read() as ImagedSlots).slots, relaxed: (image.read() as ImagedSlots).slots)
  }

  func write(to image: inout ImageWriter) {
    let (letters, words, slots, relaxed) = parts
    image.write(letters, words, ImagedSlots(slots), ImagedSlots(relaxed))
  }
}

extension Vocabulary.Word: Imaged {
  init(from image: inout ImageReader) {
    let bits: UInt64 = image.number()
    self.init(start: UInt32(truncatingIfNeeded: bits), marks: WordMarks(rawValue: UInt32(bits >> 32)))
  }

  func write(to image: inout ImageWriter) { image.write(UInt64(marks.rawValue) << 32 | UInt64(start)) }
}

extension Vocabulary.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { bits == 0 }

  init(from image: inout ImageReader) { self.init(bits: image.read()) }

  func write(to image: inout ImageWriter) { image.write(bits) }
}

extension EDTFDate: Imaged {
  init(from image: inout ImageReader) {
    let (start, end): (Point?, Point?) = (image.read(), image.read())
    self.init(from: start, to: end)
  }

  func write(to image: inout ImageWriter) {
    switch value {
    case .point(let point): image.write(Point?.some(point), Point?.some(point))
    case .interval(let start, let end): image.write(start, end)
    }
  }
}

extension EDTFDate.Point: Imaged {
  init(from image: inout ImageReader) {
    let year: Int32 = image.read()
    let (month, day, qualifier): (UInt8, UInt8, UInt8) = (image.read(), image.read(), image.read())
    let unit: EDTFDate.Unit =
      switch (month, day) {
      case (0, _): .year
      case (13..., _): .season(Int(month))
      case (_, 0): .month(Int(month))
      default: .day(month: Int(month), day: Int(day))
      }
    self.init(
      year: Int(year), unit: unit,
      qualifier: qualifier == 0 ? nil : Character(Unicode.Scalar(qualifier)))
  }

  func write(to image: inout ImageWriter) {
    let (month, day) =
      switch unit {
      case .year: (0, 0)
      case .season(let code), .month(let code): (code, 0)
      case .day(let month, let day): (month, day)
      }
    image.write(Int32(year), UInt8(month), UInt8(day), qualifier?.asciiValue ?? 0)
  }
}
