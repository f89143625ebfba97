using System.Globalization;
using System.Text;
using System.Xml;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Register;

/// <summary>The register of a year as an Atom feed (RFC 4287).</summary>
internal static class RegisterFeed
{
    internal const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed as UTF-8.</summary>
    /// <param name="year">Year of the register.</param>
    /// <param name="read">Its reviews, newest first, and those that cannot be read.</param>
    /// <param name="home">Where the product is reached from outside; ends in a slash.</param>
    internal static byte[] Write(int year, ListedRows<RegisterLine> read, Uri home)
    {
        var lines = read.Lines;
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            var updated = lines.Count > 0 ? lines.Max(l => l.Since) : new DateOnly(year, 1, 1);
            xml.WriteStartElement("feed", Atom);
            Text(xml, "id", string.Create(CultureInfo.InvariantCulture, $"urn:ctvoice:register:{year}"));
            Text(xml, "title", string.Create(CultureInfo.InvariantCulture, $"Resident Advisory Board: public register {year}"));
            Text(xml, "updated", Instant(updated));
            Link(xml, "self", new Uri(home, string.Create(CultureInfo.InvariantCulture, $"api/register.atom?year={year}")));
            Link(xml, "alternate", new Uri(home, string.Create(CultureInfo.InvariantCulture, $"register?year={year}")));
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", "Connecticut Resident Advisory Board");
            xml.WriteEndElement();
            foreach (var line in lines)
                Entry(xml, line, home);
            foreach (var id in read.Unreadable)
                Unreadable(xml, id, year);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, RegisterLine line, Uri home)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", $"urn:ctvoice:review:{line.Id}");
        Text(xml, "title", line.Title);
        Text(xml, "updated", Instant(line.Since));
        Text(xml, "published", Instant(line.SubmittedOn));
        Link(xml, "alternate", new Uri(home, $"register/{line.Id}"));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", line.Agency);
        xml.WriteEndElement();
        Text(xml, "summary", RegisterWords.Sentence(line));
        xml.WriteEndElement();
    }

    private static void Unreadable(XmlWriter xml, string id, int year)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", $"urn:ctvoice:review:{id}");
        Text(xml, "title", RegisterWords.Unreadable);
        Text(xml, "updated", Instant(new(year, 1, 1)));
        xml.WriteEndElement();
    }

    // What an agency wrote may hold characters that XML 1.0 has no way to say.
    private static void Text(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Atom);
        xml.WriteString(string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString())));
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
