internal import ArabicText

/// One spelling for the ways in which Arabic names are printed.
enum NameSpelling {
  /// The name's letters, folded, ى and ة at the end of a word like ي and ه, عبد joined with what follows.
  static func key(_ name: String) -> String {
    var folded = Folding.fold(name)
    var result: [UInt8] = []
    result.reserveCapacity(folded.count)
    folded.append(0x20)
    for (index, byte) in folded.enumerated() {
      if byte != 0x20 {
        result.append(byte)
        continue
      }
      if result.ends(0xD9, 0x89) { result[result.count - 1] = 0x8A }
      if result.ends(0xD8, 0xA9) {
        result[result.count - 2] = 0xD9
        result[result.count - 1] = 0x87
      }
      let isServant = result.suffix(servant.count).elementsEqual(servant)
      let isWhole = result.count == servant.count || result.dropLast(servant.count).last == 0x20
      if !(isServant && isWhole), index + 1 < folded.count { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let servant = Array("عبد".utf8)
}

extension [UInt8] {
  fileprivate func ends(_ lead: UInt8, _ last: UInt8) -> Bool {
    count >= 2 && self[count - 2] == lead && self[count - 1] == last
  }
}
