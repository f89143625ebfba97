using System.Globalization;
using System.Xml.Linq;

namespace CtVoice.Local.Tests.Register;

/// <summary>What RFC 4287 asks of a feed, as far as a feed without extensions, persons but one name and embedded content has it.</summary>
internal static class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    // 4.1.1 and 4.1.2: how often each element stands in a feed and in an entry; most is 0 for "as often as one likes".
    private static readonly (string Name, int Least, int Most)[] OfFeed =
        [("id", 1, 1), ("title", 1, 1), ("updated", 1, 1), ("subtitle", 0, 1), ("author", 1, 0), ("link", 1, 0), ("category", 0, 0),
            ("generator", 0, 1), ("rights", 0, 1), ("entry", 0, 0)];

    private static readonly (string Name, int Least, int Most)[] OfEntry =
        [("id", 1, 1), ("title", 1, 1), ("updated", 1, 1), ("published", 0, 1), ("summary", 0, 1), ("author", 0, 0), ("link", 0, 0),
            ("category", 0, 0)];

    /// <summary>Everything that is wrong with a feed that was read at an address.</summary>
    internal static IReadOnlyList<string> Broken(HttpResponseMessage response, string text)
    {
        var wrong = new List<string>();
        // RFC 4287, 7; RFC 5023, 12: the media type of a feed.
        if (response.Content.Headers.ContentType is not { MediaType: "application/atom+xml", CharSet: "utf-8" })
            wrong.Add($"served as {response.Content.Headers.ContentType}");
        var feed = XDocument.Parse(text).Root!;
        if (feed.Name != Atom + "feed")
            wrong.Add($"the root is {feed.Name}");
        Elements(feed, OfFeed);
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            Elements(entry, OfEntry);
            // 4.1.2: without content an entry has a link to what it is about.
            if (!Links(entry, "alternate").Any())
                wrong.Add($"entry {entry.Element(Atom + "id")?.Value} leads nowhere");
        }
        // 4.1.1: entries of one id are versions of one entry; a reader would show one of them.
        wrong.AddRange(entries.GroupBy(e => e.Element(Atom + "id")?.Value).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key} stands {g.Count()} times"));
        // 4.2.7.2: the feed says where it is.
        if (Links(feed, "self").ToList() is not [var self]
            || new Uri(self).AbsolutePath != response.RequestMessage!.RequestUri!.AbsolutePath)
            wrong.Add("no link to itself");
        return wrong;

        void Elements(XElement parent, (string Name, int Least, int Most)[] rules)
        {
            wrong.AddRange(parent.Elements().Where(e => !rules.Any(r => Atom + r.Name == e.Name))
                .Select(e => $"{e.Name} in {parent.Name.LocalName}"));
            foreach (var (name, least, most) in rules)
            {
                var count = parent.Elements(Atom + name).Count();
                if (count < least || (most > 0 && count > most))
                    wrong.Add($"{count} {name} in {parent.Name.LocalName}");
            }
            // 4.2.6: an absolute IRI that is never changed; no relative reference.
            if (!Uri.TryCreate(parent.Element(Atom + "id")?.Value, UriKind.Absolute, out _))
                wrong.Add($"id {parent.Element(Atom + "id")?.Value}");
            // 3.3: RFC 3339, with a capital T and, without an offset, a capital Z.
            foreach (var date in parent.Elements().Where(e => e.Name.LocalName is "updated" or "published"))
            {
                if (!DateTimeOffset.TryParseExact(date.Value, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"],
                    CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
                    wrong.Add($"date {date.Value}");
            }
            // 3.1: text, unless it says otherwise, and then it may hold no element.
            wrong.AddRange(parent.Elements()
                .Where(e => e.Name.LocalName is "title" or "summary" or "subtitle"
                    && (e.HasElements || e.Attribute("type") is { Value: not "text" })).Select(e => $"{e.Name.LocalName} is no text"));
            wrong.AddRange(parent.Elements(Atom + "title").Where(e => string.IsNullOrWhiteSpace(e.Value)).Select(_ => "an empty title"));
            wrong.AddRange(parent.Elements(Atom + "author").Where(a => a.Elements(Atom + "name").Count() != 1)
                .Select(_ => "an author without one name"));
            wrong.AddRange(parent.Elements(Atom + "category").Where(c => string.IsNullOrEmpty(c.Attribute("term")?.Value))
                .Select(_ => "a category without a term"));
            wrong.AddRange(parent.Elements(Atom + "link").Where(l => !Uri.TryCreate(l.Attribute("href")?.Value, UriKind.Absolute, out _))
                .Select(l => $"link {l}"));
            // 4.1.1, 4.1.2: no two alternates of one type and language.
            if (Links(parent, "alternate").Count() > 1)
                wrong.Add("two alternates");
        }
    }

    private static IEnumerable<string> Links(XElement parent, string rel) =>
        parent.Elements(Atom + "link").Where(l => (l.Attribute("rel")?.Value ?? "alternate") == rel)
            .Select(l => l.Attribute("href")!.Value);
}

/// <summary>Somebody whose program polls a feed and shows what it has not shown yet, by id.</summary>
internal sealed class FeedReader
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>What was shown, by id, in order.</summary>
    internal Dictionary<string, (string Title, string Updated)> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks again: what is new is shown, and what was shown before stands as it did.</summary>
    internal async Task<int> PollAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal([], AtomRules.Broken(response, text));
        var fresh = 0;
        foreach (var entry in XDocument.Parse(text).Root!.Elements(Atom + "entry"))
        {
            var (id, said) =
                (entry.Element(Atom + "id")!.Value, (entry.Element(Atom + "title")!.Value, entry.Element(Atom + "updated")!.Value));
            if (Shown.TryAdd(id, said))
                fresh++;
            else
                Assert.Equal(Shown[id], said);
        }
        return fresh;
    }
}
