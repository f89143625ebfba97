using System.Globalization;
using CtVoice.Core.Ledger;
using CtVoice.Web.Register;

namespace CtVoice.Web.Views;

/// <summary>
/// The steps of a review that agencies and everybody may know: what offices did, and what fell due. What residents did, what was
/// sent to them and in which languages is in none, and the steps are numbered anew: a number that jumps would say how much happened
/// in between (DESIGN 17).
/// </summary>
internal static class PublicSteps
{
    /// <summary>Each step in words; a step that is not here is nobody's business.</summary>
    internal static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["project-submitted"] = "Project received",
        ["assessed"] = "Found out whether residents are asked",
        ["need-decided"] = "Decided whether residents are asked",
        ["expedite-consented"] = "Earlier advice granted",
        ["expedite-refused"] = "Earlier advice refused",
        ["carried-over"] = "Earlier advice carried over",
        ["texts-late-escalated"] = "Texts for residents late",
        ["window-opened"] = "Residents are asked",
        ["window-extended"] = "Residents have more time",
        ["review-closed"] = "Closed for replies",
        ["review-cancelled"] = "Ended early",
        ["report-sent"] = "Report sent",
        ["recommendation-made"] = "Recommendation {0} made",
        ["supplement-sent"] = "Supplement to the report sent",
        ["answer-extended"] = "More time taken for recommendation {0}",
        ["addressee-reminded"] = "Reminded of recommendation {0}",
        ["answer-overdue"] = "Answer to recommendation {0} overdue",
        ["answer-escalated"] = "Overdue answer to recommendation {0} reported to whoever oversees it",
        ["recommendation-answered"] = "Recommendation {0} answered",
        ["information-given"] = "Information given on recommendation {0}",
        ["answer-changed"] = "Answer to recommendation {0} changed",
        ["answers-collected"] = "Answers collected",
        ["residents-not-answered"] = "Residents: not answered",
        ["evidence-given"] = "Recommendation {0} said to be done",
        ["evidence-accepted"] = "Promise on recommendation {0} kept",
        ["evidence-rejected"] = "Evidence on recommendation {0} not accepted",
        ["commitment-moved"] = "Recommendation {0} promised for another day",
        ["not-delivered"] = "Promise on recommendation {0} broken",
        ["guardrail-shown"] = "Guardrail said to be in place",
        ["guardrail-accepted"] = "Promise on a guardrail kept",
        ["guardrail-rejected"] = "Evidence on a guardrail not accepted",
        ["guardrail-moved"] = "Guardrail promised for another day",
        ["governing-board-decided"] = "Data Governing Board decided",
        ["governing-board-decision-changed"] = "Data Governing Board decided anew",
    };

    /// <summary>What may be known of a ledger, oldest first.</summary>
    internal static IReadOnlyList<TimelineEntry> Of(IEnumerable<LedgerEntry> ledger) =>
        [.. ledger.Select(TimelineEntry.Of).Where(s => Words.ContainsKey(s.Type)).Select((step, i) => step with { Number = i + 1 })];

    /// <summary>A step in words.</summary>
    internal static string Of(TimelineEntry step) => Of(step, Tongue.English);

    /// <summary>A step in the words of a language; of all recommendations where it names none.</summary>
    internal static string Of(TimelineEntry step, Tongue tongue) => string.Format(
        CultureInfo.InvariantCulture,
        tongue[Words[step.Type].Replace(" {0}", step.Recommendations is null ? "s" : " {0}", StringComparison.Ordinal)],
        string.Join(", ", step.Recommendations ?? []));
}
