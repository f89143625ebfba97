using System.Globalization;
using System.Text;
using System.Xml;

namespace CtVoice.Web.Register;

/// <summary>What happened to projects as an Atom feed (RFC 4287): an entry per step, so that a reader sees each once.</summary>
internal static class RegisterFeed
{
    internal const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>Projects whose steps a feed is made of, newest first; a year has about twelve.</summary>
    internal const int MostReviews = 100;

    private const int MostEntries = 100;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed as UTF-8.</summary>
    /// <param name="id">The feed's own id.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="self">Its address, below <paramref name="home"/>.</param>
    /// <param name="page">The page that shows the same.</param>
    /// <param name="told">What happened, in any order; the newest are written.</param>
    /// <param name="unreadable">Reviews that cannot be read.</param>
    /// <param name="home">Where the product is reached from outside; ends in a slash.</param>
    internal static byte[] Write(string id, string title, string self, string page, IEnumerable<FeedEntry> told,
        IReadOnlyList<string> unreadable, Uri home)
    {
        var entries = told.OrderByDescending(e => e.Day).ThenByDescending(e => e.Number).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Take(MostEntries).ToList();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            Text(xml, "id", id);
            Text(xml, "title", title);
            Text(xml, "updated", Instant(entries.Count > 0 ? entries[0].Day : Beginning));
            Link(xml, "self", new Uri(home, self));
            Link(xml, "alternate", new Uri(home, page));
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", "Connecticut Resident Advisory Board");
            xml.WriteEndElement();
            foreach (var entry in entries)
                Entry(xml, entry, home);
            foreach (var review in unreadable)
                Unreadable(xml, review);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static DateOnly Beginning { get; } = new(2026, 1, 1);

    private static void Entry(XmlWriter xml, FeedEntry entry, Uri home)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", entry.Id);
        Text(xml, "title", $"{entry.Title}: {entry.Says}");
        Text(xml, "updated", Instant(entry.Day));
        Link(xml, "alternate", new Uri(home, $"register/{entry.Review}"));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", entry.Agency);
        xml.WriteAttributeString("label", RegisterWords.Agency(entry.Agency));
        xml.WriteEndElement();
        Text(xml, "summary", $"{entry.Says}. Project of the {RegisterWords.Agency(entry.Agency)}.");
        xml.WriteEndElement();
    }

    private static void Unreadable(XmlWriter xml, string id)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", $"urn:ctvoice:review:{id}");
        Text(xml, "title", RegisterWords.Unreadable);
        Text(xml, "updated", Instant(Beginning));
        xml.WriteEndElement();
    }

    // What an agency wrote may hold characters that XML 1.0 has no way to say.
    private static void Text(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Atom);
        xml.WriteString(string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF))
            .Select(r => r.ToString())));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, Uri href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href.AbsoluteUri);
        xml.WriteEndElement();
    }

    // The register knows days; a day begins at midnight.
    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
