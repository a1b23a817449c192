import Testing

@testable import Normalizer

@Suite struct ShingleSketchTests {
  /// A sequence of numbers that look random and depend on the seed only.
  private static func numbers(_ count: Int, seed: UInt64) -> [UInt32] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 32)
    }
  }

  @Test("A sketch keeps the smallest different hashes, in at most 2 KB", arguments: [0, 1, 448, 449, 5000])
  func smallest(count: Int) {
    let numbers = Self.numbers(count, seed: 5)
    let sketch = ShingleSketch(numbers + numbers.reversed())
    #expect(sketch.count == Set(numbers).count)
    #expect(sketch.hashes == Array(Set(numbers).sorted().prefix(ShingleSketch.limit)))
    #expect(sketch.hashes.count * MemoryLayout<UInt32>.size + MemoryLayout<ShingleSketch>.size < 2000)
  }

  @Test(
    "Containment is exact for short bodies", arguments: [(100, 100, 90), (100, 200, 90), (448, 448, 0), (50, 60, 50)])
  func exact(shorter: Int, longer: Int, shared: Int) {
    let numbers = Array(Set(Self.numbers(2000, seed: 9)).sorted().shuffledBySeed)
    let left = ShingleSketch(Array(numbers[..<shorter]))
    let right = ShingleSketch(Array(numbers[..<shared] + numbers[1000..<1000 + longer - shared]))
    #expect(left.contained(in: right) == (shared, shorter))
    #expect(right.contained(in: left) == (shared, shorter))
  }

  @Test(
    "Containment is estimated for long bodies, off by little",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as [UInt64])
  func estimate(seed: UInt64) {
    let numbers = Self.numbers(20_000, seed: seed)
    for (shorter, longer, shared) in [(600, 1000, 540), (2000, 3000, 1900), (4000, 8000, 3600), (300, 600, 270)] {
      let left = ShingleSketch(Array(numbers[..<shorter]))
      let right = ShingleSketch(Array(numbers[..<shared] + numbers[10_000..<10_000 + longer - shared]))
      let (found, all) = left.contained(in: right)
      #expect(all > 100)
      #expect(abs(Double(found) / Double(all) - Double(shared) / Double(shorter)) < 0.08)
    }
  }

  @Test(
    "Nine tenths, twenty shingles and twice the length are the limits",
    arguments: [
      (100, 100, 90, true), (100, 100, 89, false), (20, 20, 18, true), (19, 19, 19, false), (100, 200, 90, true),
      (100, 201, 100, false), (200, 100, 100, true),
    ])
  func limits(left: Int, right: Int, shared: Int, isCopy: Bool) {
    let numbers = Self.numbers(1000, seed: 3)
    let a = ShingleSketch(Array(numbers[..<left]))
    let b = ShingleSketch(Array(numbers[..<shared] + numbers[500..<500 + right - shared]))
    #expect(a.isCopy(of: b) == isCopy)
    #expect(b.isCopy(of: a) == isCopy)
  }

  @Test(
    "Looking up the smallest hashes misses no pair that comparing all with all finds", arguments: [1, 2, 3] as [UInt64])
  func completeness(seed: UInt64) throws {
    // Families of bodies of which some share more, some less than nine tenths with each other.
    var sketches: [ShingleSketch] = []
    for family in 0..<12 {
      let size = [25, 60, 150, 400, 700, 1500][family % 6]
      let common = Self.numbers(size, seed: seed * 100 + UInt64(family))
      for member in 0..<8 {
        let kept = size * (100 - member * 4) / 100
        let own = Self.numbers(size * member * 2 / 100, seed: seed * 1000 + UInt64(family * 10 + member))
        sketches.append(ShingleSketch(Array(common[..<kept]) + own))
      }
    }
    var expected = UnionFind(count: sketches.count)
    for left in sketches.indices {
      for right in sketches.indices[..<left] where sketches[left].isCopy(of: sketches[right]) {
        expected.join(left, right)
      }
    }
    var finder = CopyFinder()
    for sketch in sketches { try finder.add(sketch) { sketches[$0] } }
    var found = try finder.groups { sketches[$0] }
    let roots = sketches.indices.map { expected.root($0) }
    #expect(sketches.indices.map { found.root($0) } == roots)
    #expect((13..<sketches.count).contains(Set(roots).count))
  }
}

extension [UInt32] {
  /// The elements in an order that has nothing to do with their size.
  fileprivate var shuffledBySeed: [UInt32] { sorted { $0 &* 2_654_435_761 < $1 &* 2_654_435_761 } }
}
