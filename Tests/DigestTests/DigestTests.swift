import Testing

@testable import Digest

@Test(
  "SHA-256 gives the published digests",
  arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
func publishedDigests(text: String, digest: String) {
  #expect(SHA256Digest.hex(of: Array(text.utf8)) == digest)
}

@Test("Pieces give the digest of the whole")
func pieces() {
  var hasher = SHA256Hasher()
  for byte in "isnad".utf8 { hasher.update([byte]) }
  #expect(SHA256Digest.hex(digest: hasher.finish()) == SHA256Digest.hex(of: Array("isnad".utf8)))
}
