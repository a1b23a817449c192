internal import ArabicText

/// Dashes, of whatever length they are printed.
enum Dash {
  static let marks: Set<UInt32> = [0x2D, 0x2013, 0x2014]
}

extension TokenizedText {
  /// Whether a token is a dash.
  func isDash(_ token: Int) -> Bool { tokens[token].mark.map(Dash.marks.contains) ?? false }
}
