import Foundation

/// What somebody may do to the descriptions of an export: data package, schemas, provenance. All checksums are right.
let packageDamages: [Damage] = [
  .hidden("a file that is listed, but not described", bytesOf: "data/csv/more.csv", "package-undescribed") { _ in [0x78]
  },
  .hidden(
    "a description that names another file of the export", in: "datapackage.json",
    "\"path\": \"data/csv/events.csv\"", "\"path\": \"data/csv/claims.csv\"", "package-duplicate", "/resources/2/path"),
  .hidden(
    "a description that names a file that is not there", in: "datapackage.json", "\"path\": \"data/csv/events.csv\"",
    "\"path\": \"data/csv/eventz.csv\"", "package-missing", "/resources/0/path"),
  .hidden(
    "a description that leads out of the folder", in: "datapackage.json", "\"path\": \"data/csv/events.csv\"",
    "\"path\": \"../events.csv\"", "package-unsafe-path", "/resources/0/path"),
  .hidden(
    "a description with an absolute path", in: "datapackage.json", "\"path\": \"data/csv/events.csv\"",
    "\"path\": \"/etc/passwd\"", "package-unsafe-path", "/resources/0/path"),
  .hidden(
    "a schema that leads out of the folder", in: "datapackage.json", "\"schema\": \"data/schemas/events.table.json\"",
    "\"schema\": \"../events.table.json\"", "package-unsafe-path", "/resources/0/schema"),
  .hidden(
    "a file that names another's schema", in: "datapackage.json", "\"schema\": \"data/schemas/events.table.json\"",
    "\"schema\": \"data/schemas/claims.table.json\"", "package-schema", "/resources/0/schema"),
  .hidden(
    "a file that names no schema", in: "datapackage.json", "\"conformsTo\": \"data/schemas/dataset.xsd\"",
    "\"note\": \"none\"", "package-schema", "/resources/9/conformsTo"),
  .hidden(
    "two resources of one name", in: "datapackage.json", "\"name\": \"participants\"", "\"name\": \"events\"",
    "package-duplicate", "/resources/1/name"),
  .hidden(
    "a digest of another algorithm", in: "datapackage.json", "\"hash\": \"sha256:", "\"hash\": \"md5:",
    "package-algorithm", "/resources/0/hash"),
  Damage("a wrong size in the description", "package-bytes", "datapackage.json", "/resources/0/bytes") {
    try $0.replace("datapackage.json", "\"bytes\": ", "\"bytes\": 9")
    try DamageSample.resealTags($0)
  },
  Damage("a wrong digest in the description", "package-hash", "datapackage.json", "/resources/0/hash") {
    try $0.write(
      "datapackage.json",
      ($0.read("datapackage.json") ?? "").replacing(#/sha256:[0-9a-f]{8}/#, with: "sha256:00000000", maxReplacements: 1)
    )
    try DamageSample.resealTags($0)
  },
  .hidden("a description that is no JSON", bytesOf: "datapackage.json", "json-unexpected-end") { $0.dropLast(3) },
  .hidden("a description without resources", bytesOf: "datapackage.json", "package-malformed") { _ in Array("{}".utf8)
  },
  .hidden(
    "a schema that allows more", in: "data/schemas/events.schema.json", "\"additionalProperties\": false",
    "\"additionalProperties\": true", "schema-different", line: 7),
  .hidden("a schema that allows everything", bytesOf: "data/schemas/events.schema.json", "schema-different", line: 1) {
    _ in Array("true".utf8)
  },
  .hidden(
    "a document of types that says something else", in: "data/schemas/dataset.xsd", "All records", "Some records",
    "schema-different", line: 5),
  Damage("a schema is missing", "schema-missing", "data/schemas/dataset.xsd") {
    try $0.remove("data/schemas/dataset.xsd")
    try DamageSample.reseal($0)
  },
  Damage("the codebook is missing", "schema-missing", "data/schemas/CODEBOOK.md") {
    try $0.remove("data/schemas/CODEBOOK.md")
    try DamageSample.reseal($0)
  },
  .hidden(
    "a wrong count in the provenance", in: "provenance.json", "\"events\": 3", "\"events\": 4", "provenance-count",
    "/counts/events"),
  .hidden(
    "a wrong count of claims in the provenance", in: "provenance.json", "\"claims\": 2", "\"claims\": 3",
    "provenance-count", "/counts/claims"),
  .hidden(
    "a wrong digest of a schema in the provenance", in: "provenance.json", "\"sha256\": \"", "\"sha256\": \"0",
    "provenance-schema", "/schemas/0/sha256"),
  .hidden(
    "a format that the provenance does not name", in: "provenance.json", "\"csv\", ", "", "provenance-format",
    "/options/formats"),
  .hidden("a provenance that is no JSON", bytesOf: "provenance.json", "json-unexpected-end") { $0.dropLast(3) },
]
