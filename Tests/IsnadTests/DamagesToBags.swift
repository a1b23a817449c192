import Foundation

/// What somebody may do to the bag that an export is.
let bagDamages: [Damage] = [
  Damage("a changed byte", "bag-checksum", "data/csv/events.csv") {
    try $0.replace("data/csv/events.csv", "041", "042")
  },
  Damage("a changed byte is named by record and field too", "parity-value", "data/csv/events.csv", line: 2, "cameo") {
    try $0.replace("data/csv/events.csv", "041", "042")
  },
  Damage("a truncated table", "table-row", "data/csv/events.csv", line: 4) {
    try $0.write("data/csv/events.csv", $0.bytes("data/csv/events.csv").dropLast(10))
  },
  Damage("a table that ends within a text", "csv-open-quote", "data/csv/evidence.csv", line: 4) {
    try $0.write("data/csv/evidence.csv", $0.bytes("data/csv/evidence.csv").dropLast(5))
  },
  Damage("a truncated JSON Lines file", "json-unexpected-end", "data/jsonl/events.jsonl", line: 3) {
    try $0.write("data/jsonl/events.jsonl", $0.bytes("data/jsonl/events.jsonl").dropLast(9))
  },
  Damage("a truncated XML file", "xml-malformed", "data/xml/dataset.xml") {
    try $0.write("data/xml/dataset.xml", $0.bytes("data/xml/dataset.xml").dropLast(9))
  },
  Damage("a file that nobody lists", "bag-unlisted", "data/csv/more.csv") { try $0.write("data/csv/more.csv", "x") },
  Damage("a hidden file that nobody lists", "bag-unlisted", "data/.hidden") { try $0.write("data/.hidden", "x") },
  Damage("a file that nobody lists beside the payload", "bag-unlisted", "notes.txt") { try $0.write("notes.txt", "x") },
  Damage("a folder with a file that nobody lists", "bag-unlisted", "more/a.txt") { try $0.write("more/a.txt", "x") },
  Damage("an empty folder", "bag-empty-folder", "data/more") {
    try FileManager.default.createDirectory(atPath: $0.path + "/data/more", withIntermediateDirectories: false)
  },
  Damage("a payload file is missing", "bag-missing", "manifest-sha256.txt", line: 3, "data/csv/entities.csv") {
    try $0.remove("data/csv/entities.csv")
  },
  Damage("bagit.txt is missing", "bag-missing", "bagit.txt") { try $0.remove("bagit.txt") },
  Damage("bag-info.txt is missing", "bag-missing", "bag-info.txt") { try $0.remove("bag-info.txt") },
  Damage("bag-info.txt is missing and not listed", "bag-missing", "bag-info.txt") {
    try $0.remove("bag-info.txt")
    try DamageSample.resealTags($0)
  },
  Damage("manifest-sha256.txt is missing", "bag-missing", "manifest-sha256.txt") {
    try $0.remove("manifest-sha256.txt")
  },
  Damage("tagmanifest-sha256.txt is missing", "bag-missing", "tagmanifest-sha256.txt") {
    try $0.remove("tagmanifest-sha256.txt")
  },
  Damage("datapackage.json is missing and not listed", "bag-missing", "datapackage.json") {
    try $0.remove("datapackage.json")
    try DamageSample.resealTags($0)
  },
  Damage("provenance.json is missing and not listed", "bag-missing", "provenance.json") {
    try $0.remove("provenance.json")
    try DamageSample.resealTags($0)
  },
  Damage("a changed checksum", "bag-checksum", "data/csv/articles.csv", "line 1 of manifest-sha256.txt") {
    try $0.lines("manifest-sha256.txt") {
      ["\(String(repeating: "0", count: 64))  data/csv/articles.csv"] + $0.dropFirst()
    }
    try DamageSample.resealTags($0)
  },
  Damage("a changed checksum of a tag file", "bag-checksum", "bag-info.txt", "line 1 of tagmanifest-sha256.txt") {
    try $0.lines("tagmanifest-sha256.txt") { ["\(String(repeating: "0", count: 64))  bag-info.txt"] + $0.dropFirst() }
  },
  Damage("swapped lines of a manifest", "bag-checksum", "manifest-sha256.txt") {
    try $0.lines("manifest-sha256.txt") { [$0[1], $0[0]] + $0.dropFirst(2) }
  },
  Damage("a line that is no checksum", "bag-manifest-line", "manifest-sha256.txt", line: 2) {
    try $0.lines("manifest-sha256.txt") { [$0[0], "nonsense"] + $0.dropFirst(1) }
    try DamageSample.resealTags($0)
  },
  Damage("an empty line of a manifest", "bag-manifest-line", "manifest-sha256.txt", line: 2) {
    try $0.lines("manifest-sha256.txt") { [$0[0], ""] + $0.dropFirst(1) }
    try DamageSample.resealTags($0)
  },
  Damage("a manifest with a byte order mark", "bag-manifest-line", "manifest-sha256.txt", line: 1) {
    try $0.write("manifest-sha256.txt", [0xEF, 0xBB, 0xBF] + $0.bytes("manifest-sha256.txt"))
    try DamageSample.resealTags($0)
  },
  Damage("a file that is listed twice", "bag-duplicate", "manifest-sha256.txt", line: 2) {
    try $0.lines("manifest-sha256.txt") { [$0[0], $0[0]] + $0.dropFirst(1) }
    try DamageSample.resealTags($0)
  },
  Damage("a manifest that climbs out", "bag-unsafe-path", "manifest-sha256.txt", line: 1, "../../etc/passwd") {
    try $0.lines("manifest-sha256.txt") { ["\(String(repeating: "0", count: 64))  data/../../etc/passwd"] + $0 }
    try DamageSample.resealTags($0)
  },
  Damage("a manifest with an absolute path", "bag-unsafe-path", "tagmanifest-sha256.txt", line: 1) {
    try $0.lines("tagmanifest-sha256.txt") { ["\(String(repeating: "0", count: 64))  /etc/passwd"] + $0 }
  },
  Damage("a file that got another case", "bag-unlisted", "data/csv/Events.csv") {
    try FileManager.default.moveItem(
      atPath: $0.path + "/data/csv/events.csv", toPath: $0.path + "/data/csv/Events.csv")
  },
  Damage("a file that is missed by its case", "bag-missing", "manifest-sha256.txt", line: 4, "data/csv/events.csv") {
    try FileManager.default.moveItem(
      atPath: $0.path + "/data/csv/events.csv", toPath: $0.path + "/data/csv/Events.csv")
  },
  Damage("a link in place of a file", "bag-not-a-file", "data/csv/events.csv") {
    try $0.write("../\($0.path.split(separator: "/").last ?? "x").csv", $0.bytes("data/csv/events.csv"))
    let outside = $0.path + ".csv"
    try $0.remove("data/csv/events.csv")
    try FileManager.default.createSymbolicLink(atPath: $0.path + "/data/csv/events.csv", withDestinationPath: outside)
  },
  Damage("a link in place of a folder", "bag-not-a-file", "data/csv") {
    try FileManager.default.moveItem(atPath: $0.path + "/data/csv", toPath: $0.path + "/data/csv2")
    try FileManager.default.createSymbolicLink(atPath: $0.path + "/data/csv", withDestinationPath: "csv2")
  },
  Damage("a link in place of a tag file", "bag-not-a-file", "provenance.json") {
    try $0.remove("provenance.json")
    try FileManager.default.createSymbolicLink(
      atPath: $0.path + "/provenance.json", withDestinationPath: "datapackage.json")
  },
  Damage("a wrong Payload-Oxum", "bag-oxum", "bag-info.txt", line: 2) {
    try $0.replace("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1")
    try DamageSample.resealTags($0)
  },
  Damage("no Payload-Oxum", "bag-oxum", "bag-info.txt") {
    try $0.replace("bag-info.txt", "Payload-Oxum", "Payload")
    try DamageSample.resealTags($0)
  },
  Damage("another version of BagIt", "bag-declaration", "bagit.txt", line: 1) {
    try $0.replace("bagit.txt", "1.0", "2.0")
    try DamageSample.resealTags($0)
  },
  Damage("tag files in another encoding", "bag-declaration", "bagit.txt", line: 2) {
    try $0.replace("bagit.txt", "UTF-8", "windows-1256")
    try DamageSample.resealTags($0)
  },
  Damage("a declaration with a byte order mark", "bag-declaration", "bagit.txt", line: 1) {
    try $0.write("bagit.txt", [0xEF, 0xBB, 0xBF] + $0.bytes("bagit.txt"))
    try DamageSample.resealTags($0)
  },
  Damage("a manifest of another algorithm", "bag-algorithm", "manifest-md5.txt") {
    try $0.write("manifest-md5.txt", "d41d8cd98f00b204e9800998ecf8427e  data/csv/events.csv\n")
    try DamageSample.resealTags($0)
  },
  Damage("the only manifest is of another algorithm", "bag-missing", "manifest-sha256.txt") {
    try FileManager.default.moveItem(
      atPath: $0.path + "/manifest-sha256.txt", toPath: $0.path + "/manifest-sha513.txt")
    try DamageSample.resealTags($0)
  },
  Damage("files that would have to be fetched", "bag-fetch", "fetch.txt") {
    try $0.write("fetch.txt", "http://127.0.0.1/a 1 data/a\n")
    try DamageSample.resealTags($0)
  },
]
