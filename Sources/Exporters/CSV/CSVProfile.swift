/// For whom CSV is written.
public enum CSVProfile: String, Sendable, CaseIterable {
  /// With a byte order mark, without which Excel does not read UTF-8.
  case spreadsheet
  /// Without a byte order mark, for programs that take it for a part of the first column's name.
  case plain
}
