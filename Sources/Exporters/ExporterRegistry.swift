/// The formats that are built in. A new format is a folder beside this file and one entry in the list.
public enum ExporterRegistry {
  /// A format that can be asked for by name.
  public struct Entry: Sendable {
    /// The name that a user types.
    public var name: String
    /// Makes an exporter that has written nothing.
    public var make: @Sendable (ExportOptions) -> any Exporter

    /// Makes an entry.
    public init(name: String, make: @escaping @Sendable (ExportOptions) -> any Exporter) {
      self.name = name
      self.make = make
    }
  }

  /// All formats, in the order in which they are listed and written.
  public static let entries: [Entry] = [
    .csv,
    .jsonLines,
    .xml,
  ]

  /// Makes the exporter of a format, or returns nil if there is no such format.
  public static func exporter(named name: String, options: ExportOptions = ExportOptions()) -> (any Exporter)? {
    entries.first { $0.name == name }?.make(options)
  }
}
