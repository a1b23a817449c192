package import EventModel
internal import Exporters
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

  /// The tag files that an export has beyond those of every bag.
  private static let tagFiles = [BagIt.infoName, DataPackage.fileName, Provenance.fileName]

  /// Checks that the bag is complete and unchanged, that its data files have their form and satisfy the bundled schemas,
  /// that their records are in order and refer to each other, and that the formats carry equal content.
  ///
  /// All of it is done even where a file's digest is wrong, so that the record and the field that somebody changed are
  /// named too.
  ///
  /// - Parameter jobs: How many cores files are read on; the report is the same for any number.
  package func verify(jobs: Int) async -> Report {
    let bag = BagValidator.validate(folder: folder, required: Self.tagFiles)
    var report = Report(files: bag.records, records: 0, faults: bag.diagnostics)
    // Nothing is read through a link, and nothing where there is no folder.
    let isReadable = !bag.diagnostics.contains { $0.id == "bag-not-a-file" || $0.id == "folder-unreadable" }
    guard isReadable, bag.records > 0 else { return report }
    var faults = SchemaCheck.faults(in: folder)
    let schemas = EmbeddedSchemas.files
    let package = PackageValidator(folder: folder, jobs: jobs) { name in
      schemas.first { $0.name == name }?.contents
    }
    let data = await package.validate()
    report.records = data.records
    faults += data.diagnostics
    faults += FormValidator.faults(in: folder)
    let (parity, counts) = ParityValidator.judge(folder: folder)
    faults += parity.diagnostics
    faults += DatabaseValidator.faults(in: folder)
    faults += ProvenanceCheck.faults(in: folder, counts: counts)
    report.add(faults)
    return report
  }
}

extension Bag.Report {
  /// Takes faults in: each once, and none that only says again that a file is not there.
  fileprivate mutating func add(_ others: [Diagnostic]) {
    var known = Set(faults)
    for fault in others where known.insert(fault).inserted {
      if fault.id == "file-unreadable", !isValid { continue }
      faults.append(fault)
    }
  }
}
