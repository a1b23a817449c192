import EventModel
import Foundation
import Testing

@testable import Pipeline

/// Whatever is done to an export, `verify` names the fault and its place.
@Suite struct DamageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theUndamagedSampleHasNoFaultBeforeAndAfterItIsSealedAgain() async throws {
    try await DamageSample.export(to: folder.path)
    #expect(await Bag(folder: folder.path).verify(jobs: 2).faults == [])
    try DamageSample.reseal(folder)
    #expect(await Bag(folder: folder.path).verify(jobs: 2).faults == [])
  }

  @Test(arguments: bagDamages + packageDamages + formDamages + recordDamages)
  func damageIsNamedWithItsPlace(damage: Damage) async throws {
    try await DamageSample.export(to: folder.path)
    try damage.apply(folder)
    let report = await Bag(folder: folder.path).verify(jobs: 1)
    let isNamed = report.faults.contains { fault in
      fault.id == damage.id && fault.file == damage.file && (damage.line == nil || fault.line == damage.line)
        && (damage.words.isEmpty || fault.reason.contains(damage.words))
    }
    #expect(!report.isValid)
    #expect(isNamed, "\(report.faults.map(\.description).joined(separator: "\n"))")
  }

  @Test func theReportIsTheSameForAnyNumberOfJobs() async throws {
    try await DamageSample.export(to: folder.path)
    try folder.replace("data/jsonl/events.jsonl", "\"CONSULT\"", "\"CONSLT\"")
    try folder.replace("data/csv/claims.csv", "\"denies\"", "\"denied\"")
    let report = await Bag(folder: folder.path).verify(jobs: 1)
    #expect(report.faults.count > 4)
    #expect(await Bag(folder: folder.path).verify(jobs: 4).faults == report.faults)
  }

  /// A single bit, anywhere in any file: the file is named.
  @Test(arguments: [
    "data/csv/articles.csv", "data/csv/claims.csv", "data/csv/entities.csv", "data/csv/events.csv",
    "data/csv/evidence.csv", "data/csv/participants.csv", "data/jsonl/articles.jsonl", "data/jsonl/entities.jsonl",
    "data/jsonl/events.jsonl", "data/xml/dataset.xml", "data/schemas/CODEBOOK.md", "data/schemas/dataset.xsd",
    "data/schemas/events.schema.json", "data/schemas/events.table.json", "bagit.txt", "bag-info.txt",
    "datapackage.json", "manifest-sha256.txt", "provenance.json",
  ])
  func aBitIsFoundInItsFile(name: String) async throws {
    try await DamageSample.export(to: folder.path)
    let whole = folder.bytes(name)
    for place in [0, whole.count / 3, whole.count / 2, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 1
      try folder.write(name, bytes)
      let faults = await Bag(folder: folder.path).verify(jobs: 1).faults
      #expect(faults.contains { $0.id == "bag-checksum" && $0.file == name }, "byte \(place)")
    }
  }
}
