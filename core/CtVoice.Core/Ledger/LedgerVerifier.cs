using System.Text.Json;

namespace CtVoice.Core.Ledger;

/// <summary>A text that an entry refers to, as stored.</summary>
public sealed record StoredContent(string Text, byte[] Salt);

/// <summary>Finds whatever was changed in a ledger, or in the state and texts it vouches for, after it was written.</summary>
public static class LedgerVerifier
{
    /// <summary>Type of the entry under which texts and salts were destroyed; facts <c>authority</c> and <c>texts</c>.</summary>
    public const string DisposalType = "texts-disposed";

    /// <summary>Checks one review; an empty list means that everything holds.</summary>
    /// <param name="entries">The stored entries, in the order of their rows.</param>
    /// <param name="head">Where the review says that its chain stands.</param>
    /// <param name="state">The exact text of the review's state.</param>
    /// <param name="contents">The stored texts by key.</param>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<LedgerEntry> entries, LedgerHead head, string state, IReadOnlyDictionary<string, StoredContent> contents)
    {
        var problems = new List<string>();
        var last = Walk(entries, problems);
        var disposed = Disposed(entries);
        string? lastState = null;
        foreach (var entry in entries)
            lastState = CheckText(entry, contents, disposed, problems) ?? lastState;
        problems.AddRange(disposed.Where(contents.ContainsKey).Select(key => $"the text '{key}' was disposed of and is there again"));
        if (entries.Count != head.Count)
            problems.Add($"the review counts {head.Count} entries, the ledger holds {entries.Count}");
        if (!string.Equals(last, head.Hash, StringComparison.Ordinal))
            problems.Add("the last entry is not the one that the review ends with");
        if (entries.Count > 0 && lastState != LedgerChain.Digest(state))
            problems.Add("the review's state is not the one that the last entry vouches for");
        return problems;
    }

    /// <summary>Checks the chain alone, where state and texts are not at hand; an empty list means that it holds.</summary>
    public static IReadOnlyList<string> CheckChain(IReadOnlyList<LedgerEntry> entries)
    {
        var problems = new List<string>();
        _ = Walk(entries, problems);
        return problems;
    }

    /// <summary>Walks the chain; returns the hash it ends with.</summary>
    private static string Walk(IReadOnlyList<LedgerEntry> entries, List<string> problems)
    {
        var previous = LedgerChain.Origin;
        var expected = 1;
        foreach (var entry in entries)
        {
            if (entry.Number != expected)
                problems.Add($"entry {expected} is missing; entry {entry.Number} stands in its place");
            if (LedgerChain.HashOf(previous, entry.Number, entry.Text) != entry.Hash)
                problems.Add($"entry {entry.Number} does not carry the hash of its text and of the entry before it");
            // A hash that is none cannot be chained on; that it is wrong was said above.
            previous = IsHash(entry.Hash) ? entry.Hash : LedgerChain.Origin;
            expected = entry.Number + 1;
        }
        return previous;
    }

    /// <summary>Texts that an entry says were destroyed under a named authority: these alone may be absent (CGS 11-8b).</summary>
    private static HashSet<string> Disposed(IReadOnlyList<LedgerEntry> entries)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        // An entry that cannot be read says nothing here; that it cannot be read is found when its texts are checked.
        foreach (var facts in entries.Select(DisposalIn).OfType<JsonElement>())
        {
            foreach (var key in facts.GetProperty("texts").EnumerateArray())
                _ = keys.Add(key.GetString() ?? "");
        }
        return keys;
    }

    private static JsonElement? DisposalIn(LedgerEntry entry)
    {
        if (!entry.Text.Contains(DisposalType, StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(entry.Text);
            return json.RootElement.TryGetProperty("type", out var type) && type.ValueEquals(DisposalType)
                && json.RootElement.TryGetProperty("facts", out var facts)
                && facts.TryGetProperty("authority", out var authority) && authority.GetString() is { Length: > 0 }
                && facts.TryGetProperty("texts", out var texts) && texts.ValueKind is JsonValueKind.Array
                ? facts.Clone()
                : null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsHash(string hash) => hash.Length == LedgerChain.Origin.Length && hash.All(char.IsAsciiHexDigit);

    private static string? CheckText(
        LedgerEntry entry, IReadOnlyDictionary<string, StoredContent> contents, HashSet<string> disposed, List<string> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(entry.Text);
            var root = json.RootElement;
            if (root.GetProperty("n").GetInt32() != entry.Number)
                problems.Add($"entry {entry.Number} says it is number {root.GetProperty("n").GetInt32()}");
            if (root.TryGetProperty("contents", out var referred))
            {
                foreach (var content in referred.EnumerateObject())
                {
                    if (!contents.TryGetValue(content.Name, out var stored))
                    {
                        if (!disposed.Contains(content.Name))
                            problems.Add($"entry {entry.Number} refers to the text '{content.Name}', which is gone");
                    }
                    else if (LedgerChain.ContentDigest(stored.Salt, stored.Text) != content.Value.GetString())
                    {
                        problems.Add($"the text '{content.Name}' is not the one that entry {entry.Number} refers to");
                    }
                }
            }
            return root.GetProperty("state").GetString();
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            problems.Add($"entry {entry.Number} is not readable");
            return null;
        }
    }
}
