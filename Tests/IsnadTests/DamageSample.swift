import Digest
import EventModel
import Exporters
import Foundation
import JSON

@testable import Pipeline

/// An export that is small and has a value nearly everywhere, for whoever wants to damage it.
enum DamageSample {
  private static let articles = [RecordID(.article, bits: 0xA1), RecordID(.article, bits: 0xA2)]

  /// Two articles, three entities and three events, the second of them a part of the first.
  static let dataset: Dataset = {
    let caller = Entity(
      id: RecordID(.entity, bits: 0xE1), kind: .person, name: "أحمد", nameEnglish: "Ahmad", aliases: ["الوزير"],
      country: "EGY", sector: .government)
    let country = Entity(id: RecordID(.entity, bits: 0xE2), kind: .country, name: "مصر", country: "EGY")
    let sources = Entity(
      id: RecordID(.entity, bits: 0xE3), kind: .group, name: "مصادر", masked: Masking(reason: .unnamed, count: nil))
    let call = quotation(0, 10, "اتصل أحمد ")
    let claim = Claim(
      id: RecordID(.claim, bits: 0xC1), article: articles[0],
      chain: [
        Claim.Link(name: "وكالة", named: true),
        Claim.Link(name: "مصادر", entity: sources.id, named: false, verb: "قال"),
      ], stance: .asserts, scope: .occurrence, speech: .indirect, evidence: call)
    let denial = Claim(
      id: RecordID(.claim, bits: 0xC2), article: articles[1], chain: [Claim.Link(name: "أحمد", named: true)],
      stance: .denies, scope: .occurrence, speech: .direct, evidence: quotation(1, 4, "لم أتصل"))
    let events = [
      Event(
        id: RecordID(.event, bits: 0x11), type: .consult, mode: .phone, cameo: "041", status: .occurred,
        contested: true, confidence: 70, date: date("2020-01-01"),
        place: EventPlace(entity: country.id, name: "مصر", country: "EGY"), count: EventCount(value: 2),
        participants: [
          Participant(entity: caller, role: .actor, surface: ["أحمد"]),
          Participant(entity: country, role: .recipient, surface: ["مصر"]),
        ], topics: ["=1+2", "السلام"], claims: [claim, denial], evidence: [call],
        corroboration: Corroboration(articles: 2, outlets: 1, namedSources: 1, anonymousSources: 1)),
      Event(
        id: RecordID(.event, bits: 0x12), type: .consult, mode: .visit, cameo: "042", status: .planned, confidence: 50,
        partOf: RecordID(.event, bits: 0x11), date: date("2020-02-01"),
        participants: [Participant(entity: caller, role: .actor, surface: ["أحمد"])],
        evidence: [quotation(1, 20, "سيزور أحمد")], corroboration: Corroboration(articles: 1)),
      Event(
        id: RecordID(.event, bits: 0x13), type: .agree, mode: nil, cameo: "030", status: .occurred,
        participants: [Participant(entity: country, role: .both, surface: ["مصر"])],
        evidence: [quotation(1, 40, "وافقت مصر")], corroboration: Corroboration(articles: 1)),
    ]
    return Dataset(articles: [article(0, "a"), article(1, "b")], entities: [caller, country, sources], events: events)
  }()

  private static func quotation(_ article: Int, _ start: Int, _ quote: String) -> Evidence {
    Evidence(article: articles[article], range: start..<start + quote.unicodeScalars.count, quote: quote)
  }

  private static func date(_ day: String) -> EventDate? {
    EDTFDate(day).map { EventDate(date: $0, expression: day, resolvedBy: .explicit) }
  }

  private static func article(_ number: Int, _ name: String) -> Article {
    let document = DocumentInfo(
      id: name, path: "news/\(name).txt", record: nil, sha256: String(repeating: "0\(number)", count: 32), bytes: 90,
      encoding: "utf-8", mediaType: "text/plain")
    return Article(
      id: articles[number], document: document, segment: 1, range: 0..<80, headline: "خبر", outlet: "الصحيفة",
      paragraphs: 1, sentences: 3, words: 12)
  }

  /// Writes the export of the sample, or of what became of it.
  static func export(_ dataset: Dataset = dataset, to folder: String) async throws {
    let provenance = Provenance(
      toolVersion: Tool.version,
      options: [.init("formats", .strings(["csv", "jsonl", "xml"]))],
      inputs: [], tables: [], schemas: [],
      counts: [
        .init("articles", .integer(dataset.articles.count)), .init("entities", .integer(dataset.entities.count)),
        .init("events", .integer(dataset.events.count)),
        .init("claims", .integer(dataset.events.reduce(0) { $0 + $1.claims.count })),
      ])
    _ = try await ExportWriter(formats: ["csv", "jsonl", "xml"])
      .write(dataset, provenance: provenance, into: folder) { _ in }
  }

  /// Makes sizes, digests, manifests and Payload-Oxum right again, as somebody would who wants to hide a change.
  static func reseal(_ folder: TemporaryFolder) throws {
    try resealPackage(folder)
    let files = folder.names.filter { FileTree.kind(of: folder.path + "/" + $0) == .file }
    let payload = files.filter { $0.hasPrefix("data/") }
    try folder.write("manifest-sha256.txt", manifest(payload, folder))
    if let info = folder.read("bag-info.txt") {
      let oxum = "Payload-Oxum: \(payload.reduce(0) { $0 + folder.bytes($1).count }).\(payload.count)"
      try folder.write("bag-info.txt", info.replacing(#/Payload-Oxum: \d+\.\d+/#, with: oxum))
    }
    try resealTags(folder)
  }

  /// Makes the manifest of the tag files right again.
  static func resealTags(_ folder: TemporaryFolder) throws {
    let files = folder.names.filter { FileTree.kind(of: folder.path + "/" + $0) == .file }
    let tags = files.filter { !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" }
    try folder.write("tagmanifest-sha256.txt", manifest(tags, folder))
  }

  private static func manifest(_ files: [String], _ folder: TemporaryFolder) -> String {
    files.sorted().map { "\(SHA256Digest.hex(of: folder.bytes($0)))  \($0)\n" }.joined()
  }

  private static func resealPackage(_ folder: TemporaryFolder) throws {
    guard let package = folder.read("datapackage.json") else { return }
    var path = ""
    let lines = package.components(separatedBy: "\n").map { line -> String in
      if let match = line.firstMatch(of: #/^ *"path": "(.*)",$/#) { path = String(match.1) }
      let bytes = folder.bytes(path)
      return line.replacing(#/^( *"bytes": )\d+/#) { $0.1 + String(bytes.count) }
        .replacing(#/^( *"hash": "sha256:)[0-9a-f]{64}/#) { $0.1 + SHA256Digest.hex(of: bytes) }
    }
    try folder.write("datapackage.json", lines.joined(separator: "\n"))
  }
}
