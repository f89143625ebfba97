using System.Text.Json;

namespace CtVoice.Core.Ledger;

/// <summary>A text that an entry refers to, as stored.</summary>
public sealed record StoredContent(string Text, byte[] Salt);

/// <summary>Finds whatever was changed in a ledger, or in the state and texts it vouches for, after it was written.</summary>
public static class LedgerVerifier
{
    /// <summary>Checks one review; an empty list means that everything holds.</summary>
    /// <param name="entries">The stored entries, in the order of their rows.</param>
    /// <param name="head">Where the review says that its chain stands.</param>
    /// <param name="state">The exact text of the review's state.</param>
    /// <param name="contents">The stored texts by key.</param>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<LedgerEntry> entries, LedgerHead head, string state, IReadOnlyDictionary<string, StoredContent> contents)
    {
        var problems = new List<string>();
        var previous = LedgerChain.Origin;
        var expected = 1;
        string? lastState = null;
        foreach (var entry in entries)
        {
            if (entry.Number != expected)
                problems.Add($"entry {expected} is missing; entry {entry.Number} stands in its place");
            if (LedgerChain.HashOf(previous, entry.Number, entry.Text) != entry.Hash)
                problems.Add($"entry {entry.Number} does not carry the hash of its text and of the entry before it");
            lastState = CheckText(entry, contents, problems) ?? lastState;
            // A hash that is none cannot be chained on; that it is wrong was said above.
            previous = IsHash(entry.Hash) ? entry.Hash : LedgerChain.Origin;
            expected = entry.Number + 1;
        }
        if (entries.Count != head.Count)
            problems.Add($"the review counts {head.Count} entries, the ledger holds {entries.Count}");
        if (!string.Equals(previous, head.Hash, StringComparison.Ordinal))
            problems.Add("the last entry is not the one that the review ends with");
        if (entries.Count > 0 && lastState != LedgerChain.Digest(state))
            problems.Add("the review's state is not the one that the last entry vouches for");
        return problems;
    }

    private static bool IsHash(string hash) => hash.Length == LedgerChain.Origin.Length && hash.All(char.IsAsciiHexDigit);

    private static string? CheckText(LedgerEntry entry, IReadOnlyDictionary<string, StoredContent> contents, List<string> problems)
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
                        problems.Add($"entry {entry.Number} refers to the text '{content.Name}', which is gone");
                    else if (LedgerChain.ContentDigest(stored.Salt, stored.Text) != content.Value.GetString())
                        problems.Add($"the text '{content.Name}' is not the one that entry {entry.Number} refers to");
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
