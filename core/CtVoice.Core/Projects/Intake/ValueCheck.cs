using System.Text.RegularExpressions;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Refuses values about single people anywhere in a request, and texts that are far too long.</summary>
internal static partial class ValueCheck
{
    internal static void Check(ProjectRequest request, IntakePolicy policy, IntakeDates dates, FaultList faults)
    {
        var texts = RequestTexts.Of(request).ToArray();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (pointer, text) in texts)
        {
            if (text.Length > policy.MaxText && pointer != "/title")
                faults.Add(pointer, $"A text has at most {policy.MaxText} characters, not {text.Length}.");
            if (Refuse(pointer, text, dates.Today, faults))
                refused.Add(RequestTexts.Parent(pointer));
        }
        // A row or a list may come in pieces, one to an entry.
        foreach (var list in texts.Where(t => !IsContact(t.Pointer)).GroupBy(t => ListOf(t.Pointer), StringComparer.Ordinal))
        {
            if (list.Key.Length > 0 && !refused.Any(r => r.StartsWith(list.Key, StringComparison.Ordinal)))
                Refuse(list.Key, string.Join('\n', Entries(list)), dates.Today, faults);
        }
    }

    private static bool Refuse(string pointer, string text, DateOnly today, FaultList faults)
    {
        var found = PersonLevelValues.Find(text, today, IsReference().IsMatch(pointer));
        if (IsContact(pointer))
            found = [.. found.Where(f => f.Contains("social security", StringComparison.Ordinal))];
        foreach (var what in found)
            faults.Add(pointer,
                $"This holds {what}. No data about single people may be sent here: describe the data instead, or name the element.");
        return found.Count > 0;
    }

    // The texts of one entry stand on one line, as the cells of a row would.
    private static IEnumerable<string> Entries(IGrouping<string, (string Pointer, string Text)> list) =>
        list.GroupBy(t => t.Pointer[(list.Key.Length + 1)..].Split('/')[0], t => t.Text, StringComparer.Ordinal)
            .Select(entry => string.Join(" | ", entry));

    private static string ListOf(string pointer) => List().Match(pointer).Value;

    private static bool IsContact(string pointer) => ContactPlace().IsMatch(pointer);

    [GeneratedRegex("^/(requestingContact|sharingAgencies/[0-9]+/contact)/", RegexOptions.NonBacktracking)]
    private static partial Regex ContactPlace();

    [GeneratedRegex(
        "^/(earlierProject|assets|approvals|ai/(inventoryId|approvalReference)|claims/dataReleaseCommittee|data/[0-9]+/element)(/|$)",
        RegexOptions.NonBacktracking)]
    private static partial Regex IsReference();

    [GeneratedRegex("^/(changes|data|applicableLaws|dppeia/answers|claims/files|claims/payers)(?=/)")]
    private static partial Regex List();
}
