using System.Text.RegularExpressions;

namespace CtVoice.Local.Demo;

/// <summary>What came since the last look: messages, and steps of the record that the clock brought.</summary>
internal sealed partial class Arrivals(DemoClient client)
{
    // A long mail is known by its beginning.
    private const int RowsOfAMessage = 6;

    private readonly HashSet<string> shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>Tells it in order, each text once.</summary>
    public async Task TellAsync(Timeline timeline, string review, IEnumerable<(string Member, string Box)> boxes)
    {
        var news = new List<(DateTimeOffset At, string Title, string? Text)>();
        foreach (var group in (await NewMessagesAsync(boxes)).GroupBy(m => (m.At, m.Text)))
        {
            var known = !texts.Add(group.Key.Text);
            news.Add((group.Key.At, $"To {string.Join(", ", group.Select(m => m.Member))}:{(known ? " the same words as above" : "")}",
                known ? null : group.Key.Text));
        }
        foreach (var line in (await client.GetAsync($"/api/reviews/{review}/ledger", "auditor")).AsArray())
        {
            var entry = line!["entry"]!;
            if (shown.Add("ledger " + line["number"]) && RecordWords.Sentence(entry.Text("type"), entry["facts"]!) is { } sentence)
                news.Add((entry.Instant("at"), sentence, null));
        }
        foreach (var (at, title, text) in news.OrderBy(n => n.At))
        {
            timeline.At(at, title);
            if (text is not null)
                timeline.More(text, RowsOfAMessage);
        }
    }

    private async Task<List<(DateTimeOffset At, string Member, string Text)>> NewMessagesAsync(
        IEnumerable<(string Member, string Box)> boxes)
    {
        var arrived = new List<(DateTimeOffset At, string Member, string Text)>();
        foreach (var (member, box) in boxes)
        {
            foreach (var message in (await client.GetAsync($"/sim/{member}/{box}")).AsArray())
            {
                if (message!["fromBoard"]!.GetValue<bool>() && shown.Add(message.Text("id")))
                    arrived.Add((message.Instant("at"), member, Link().Replace(message.Text("text"), "/r/...")));
            }
        }
        return arrived;
    }

    // Each message carries a fresh link; the words around it are the same.
    [GeneratedRegex("/r/[A-Za-z0-9]+")]
    private static partial Regex Link();
}
