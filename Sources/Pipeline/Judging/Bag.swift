package import EventModel
internal import Schemas
internal import Validators

/// An export's folder, as anybody may have received it.
package struct Bag: Sendable {
  /// What was found.
  package struct Report: Sendable {
    /// How many files the payload has.
    package var files: Int
    /// How many records they hold.
    package var records: Int
    /// What is wrong; files are named relative to the folder.
    package var faults: [Diagnostic]

    /// Whether there is no error.
    package var isValid: Bool { !faults.contains { $0.severity == .error } }

    /// One line for people.
    package var summary: String {
      [counted(files, "file"), counted(records, "record"), counted(faults.count, "fault")].joined(separator: ", ")
    }
  }

  private let folder: String

  /// Names a folder.
  package init(folder: String) {
    self.folder = folder
  }

  /// Checks that the bag is complete and unchanged, and then that its data files satisfy the bundled schemas.
  ///
  /// - Parameter jobs: How many cores files are read on; the report is the same for any number.
  package func verify(jobs: Int) async -> Report {
    let bag = BagValidator.validate(folder: folder)
    var report = Report(files: bag.records, records: 0, faults: bag.diagnostics)
    // Of a damaged bag, the damage is what matters.
    guard report.isValid else { return report }
    let schemas = EmbeddedSchemas.files
    let package = PackageValidator(folder: folder, jobs: jobs) { name in
      schemas.first { $0.name == name }?.contents
    }
    let data = await package.validate()
    report.records = data.records
    report.faults += data.diagnostics
    return report
  }
}
