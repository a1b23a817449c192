import Digest
import EventModel
import Foundation
import JSON
import Testing

@testable import Exporters
@testable import Schemas

/// A whole export in memory, as the caller of the exporters makes it.
private func bag(_ dataset: Dataset) -> [String: [UInt8]] {
  var payload: [String: [UInt8]] = [:]
  var resources: [DataPackage.Resource] = []
  for entry in ExporterRegistry.entries {
    let exporter = entry.make(ExportOptions())
    let files = Sample.export(dataset, with: exporter)
    for file in exporter.format.files {
      let contents = Array((files[file.path] ?? "").utf8)
      payload[file.path] = contents
      resources.append(.init(file: file, digest: FileDigest(path: file.path, contents: contents)))
    }
  }
  for file in SchemaFiles.generated() { payload["data/schemas/" + file.name] = file.contents }
  let digests = payload.map { FileDigest(path: $0.key, contents: $0.value) }
  let provenance = Provenance(
    toolVersion: "0.1.0", options: [], inputs: [], tables: [], schemas: [],
    counts: [.init("articles", .integer(dataset.articles.count))])
  var tags = [
    BagIt.declarationName: BagIt.declaration,
    BagIt.infoName: BagIt.info(payload: digests, softwareAgent: "isnad 0.1.0", date: nil),
    BagIt.manifestName: BagIt.manifest(digests),
    DataPackage.fileName: DataPackage(toolVersion: "0.1.0", created: nil, resources: resources).json(),
    Provenance.fileName: provenance.json(),
  ]
  tags[BagIt.tagManifestName] = BagIt.manifest(tags.map { FileDigest(path: $0.key, contents: $0.value) })
  return payload.merging(tags) { _, new in new }
}

@Test("A bag's manifests list each file once, in the order of paths, with its digest")
func manifests() {
  let files = [
    FileDigest(path: "data/b\n%.txt", contents: Array("abc".utf8)), FileDigest(path: "data/a.txt", contents: []),
  ]
  #expect(
    String(decoding: BagIt.manifest(files), as: UTF8.self) == """
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a.txt
      ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/b%0A%25.txt

      """)
  #expect(
    String(decoding: BagIt.info(payload: files, softwareAgent: "isnad 0.1.0", date: "2024-05-01"), as: UTF8.self) == """
      Bag-Software-Agent: isnad 0.1.0
      Bagging-Date: 2024-05-01
      Payload-Oxum: 3.2

      """)
}

@Test("Without a date that somebody gave, a bag knows no time")
func noClock() {
  let text = String(decoding: BagIt.info(payload: [], softwareAgent: "isnad 0.1.0", date: nil), as: UTF8.self)
  #expect(text == "Bag-Software-Agent: isnad 0.1.0\nPayload-Oxum: 0.0\n")
  let package = String(decoding: DataPackage(toolVersion: "0.1.0", created: nil, resources: []).json(), as: UTF8.self)
  #expect(!package.contains("created"))
}

@Test("The data package names every data file with its size, digest and schema")
func dataPackage() throws {
  let bag = bag(Sample.contested)
  let package = try JSONParser.parse(#require(bag["datapackage.json"]))
  let resources = try #require(package["resources"]?.array)
  #expect(resources.count == ExporterRegistry.entries.flatMap { $0.make(ExportOptions()).format.files }.count)
  for resource in resources {
    let path = try #require(resource["path"]?.string)
    let contents = try #require(bag[path])
    #expect(resource["bytes"]?.int == contents.count)
    #expect(resource["hash"]?.string == "sha256:" + SHA256Digest.hex(of: contents))
    let schema = resource["schema"]?.string ?? resource["conformsTo"]?.string
    #expect(schema.map { bag[$0] != nil } ?? [".html", ".xlsx", ".sqlite"].contains { path.hasSuffix($0) }, "\(path)")
    if path.hasSuffix(".csv") { #expect(resource["dialect"]?["note"]?.string?.contains("apostrophe") == true) }
  }
}

@Test("The provenance is sorted by path where order has no meaning")
func provenance() {
  let provenance = Provenance(
    toolVersion: "0.1.0", asOf: "2024-05-01", options: [.init("with-text", false)],
    inputs: [
      FileDigest(path: "b.txt", bytes: 2, sha256: "bb"), FileDigest(path: "a.txt", bytes: 1, sha256: "aa"),
    ],
    metadata: [
      FileDigest(path: "z.csv", bytes: 4, sha256: "dd"), FileDigest(path: "m.csv", bytes: 5, sha256: "ee"),
    ], tables: [FileDigest(path: "roles.tsv", bytes: 3, sha256: "cc")], schemas: [], counts: [.init("events", 7)])
  #expect(
    String(decoding: provenance.json(), as: UTF8.self) == """
      {
        "tool": {
          "name": "isnad",
          "version": "0.1.0"
        },
        "as_of": "2024-05-01",
        "options": {
          "with-text": false
        },
        "counts": {
          "events": 7
        },
        "inputs": [
          {
            "path": "a.txt",
            "bytes": 1,
            "sha256": "aa"
          },
          {
            "path": "b.txt",
            "bytes": 2,
            "sha256": "bb"
          }
        ],
        "metadata": [
          {
            "path": "z.csv",
            "bytes": 4,
            "sha256": "dd"
          },
          {
            "path": "m.csv",
            "bytes": 5,
            "sha256": "ee"
          }
        ],
        "tables": [
          {
            "path": "roles.tsv",
            "bytes": 3,
            "sha256": "cc"
          }
        ],
        "schemas": []
      }

      """)
}

@Test(
  "A sample export is written for other people's validators",
  .enabled(if: ProcessInfo.processInfo.environment["ISNAD_SAMPLE"] != nil, "set ISNAD_SAMPLE to a folder"))
func sampleForOthers() throws {
  let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["ISNAD_SAMPLE"]))
  var samples = [("full", Sample.full), ("contested", Sample.contested)]
  samples += Sample.hostileTexts.enumerated().map { ("hostile-\($0.offset)", Sample.hostile($0.element)) }
  for (name, dataset) in samples {
    for (path, contents) in bag(dataset) {
      let file = folder.appending(path: name).appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contents).write(to: file)
    }
  }
}
