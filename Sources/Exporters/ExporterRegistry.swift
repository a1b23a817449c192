/// The formats that are built in. A new format is a folder beside this file and one entry in the list.
public enum ExporterRegistry {
  /// A format that can be asked for by name.
  public struct Entry: Sendable {
    /// The name that a user types.
    public var name: String
    /// Whether an export has the format when nobody says which formats it has.
    public var isDefault: Bool
    /// Makes an exporter that has written nothing.
    public var make: @Sendable (ExportOptions) -> any Exporter

    /// Makes an entry.
    public init(name: String, isDefault: Bool = false, make: @escaping @Sendable (ExportOptions) -> any Exporter) {
      self.name = name
      self.isDefault = isDefault
      self.make = make
    }
  }

  /// All formats, in the order in which they are listed and written.
  public static let entries: [Entry] =
    [
      .csv,
      .jsonLines,
      .xml,
      .html,
    ] + optional + [.sqlite]

  #if XLSX
    private static let optional: [Entry] = [.xlsx]
  #else
    private static let optional: [Entry] = []
  #endif

  /// The names of the formats that an export has when nobody says which.
  public static let defaultNames = entries.filter(\.isDefault).map(\.name)

  /// Makes the exporter of a format, or returns nil if there is no such format.
  public static func exporter(named name: String, options: ExportOptions = ExportOptions()) -> (any Exporter)? {
    entries.first { $0.name == name }?.make(options)
  }
}
