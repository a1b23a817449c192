import EventModel
import Testing

@testable import Normalizer

/// Who takes part, no more and no less, in an article of 2024-11-27.
@Suite struct ParticipantsTests {
  @Test(
    "Those who take part are all there and nobody else",
    arguments: [
      // Who invites is the host, and stands for the country.
      (
        "وصل إردوغان إلى الأردن أمس تلبية لدعوة من الملك عبدالله الثاني.",
        "CONSULT visit occurred: actor Recep Tayyip Erdoğan, recipient Abdullah II of Jordan in Jordan on 2024-11-26"
      ),
      // Who is invited is the visitor.
      (
        "دعا بوتين إردوغان إلى زيارة روسيا.",
        "CONSULT visit requested: actor Recep Tayyip Erdoğan, recipient Russia in Russia"
      ),
      // A masculine verb has no city for its subject.
      (
        "التقى بوتين إردوغان، وغادر أنقرة إلى طهران أمس.",
        "CONSULT visit occurred: actor Vladimir Putin, recipient Iran in Tehran on 2024-11-26"
      ),
      // A country beside its own minister is one side only.
      (
        "عقد لافروف وروسيا محادثات مع مصر أمس.",
        "CONSULT meeting occurred: both Egypt, both Sergey Lavrov on 2024-11-26"
      ),
      // A definite noun behind خلال is no stop on the way to the object.
      (
        "زار إردوغان برلين والتقى خلال الزيارة أولاف شولتس.",
        "CONSULT meeting occurred: both Olaf Scholz, both Recep Tayyip Erdoğan in Berlin"
      ),
      // Those named out of a group take part with it.
      (
        "التقى ماكرون في باريس مع عدد من الوزراء من بينهم أيمن الصفدي.",
        "CONSULT meeting occurred: both Ayman Safadi, both Emmanuel Macron, both عدد من الوزراء in Paris"
      ),
      // A verb of hosting may take up its noun without a relative pronoun.
      (
        "اختتمت قمة مع قادة دول الخليج استضافها ماكرون في باريس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both قادة دول الخليج in Paris"
      ),
    ])
  func participants(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains(expected))
  }

  @Test(
    "A noun with one participant takes up the event told before",
    arguments: [
      "زار إردوغان موسكو أمس. وتأتي زيارة إردوغان بعد أيام من القمة.",
      "التقى لافروف بلينكن في جنيف أمس. وكان لقاء بلينكن مثمرا.",
    ])
  func takenUp(_ text: String) throws {
    #expect(try TablesFixture.shared().events(text).count == 1)
  }
}
