using CtVoice.Core.Reviews;
using CtVoice.Web.Views;

namespace CtVoice.Web.Register;

/// <summary>What became of a recommendation, in one word and its sign.</summary>
/// <param name="Says">The word, as a tag.</param>
/// <param name="Counted">The same after a number: "1 kept".</param>
/// <param name="Tone">The tag's colour.</param>
/// <param name="Icon">The tag's sign.</param>
internal sealed record Outcome(string Says, string Counted, string? Tone, string Icon)
{
    internal static readonly Outcome Kept = new("Promise kept", "kept", "good", "tick");
    internal static readonly Outcome Promised = new("Adopted, promised", "promised", "good", "clock");
    internal static readonly Outcome PromisedInPart = new("Adopted in part, promised", "promised in part", "part", "half");
    internal static readonly Outcome Broken = new("Promise broken", "promise broken", "loud", "cross");
    internal static readonly Outcome Refused = new("Refused", "refused", null, "no");
    internal static readonly Outcome Deferred = new("Put off", "put off", null, "clock");
    internal static readonly Outcome NeedsInformation = new("Needs information", "waiting for information", null, "dot");
    internal static readonly Outcome Waiting = new("Waiting for an answer", "waiting for an answer", "agy", "house");
    internal static readonly Outcome Overdue = new("Answer overdue", "overdue", "bad", "warning");

    // In the order of a sentence.
    internal static readonly Outcome[] All =
        [Kept, Promised, PromisedInPart, Broken, Refused, Deferred, NeedsInformation, Waiting, Overdue];

    /// <summary>A promise that was broken, or an answer that is late.</summary>
    internal bool IsTrouble => this == Broken || this == Overdue;

    /// <summary>What became of one.</summary>
    internal static Outcome Of(RecommendationView recommendation) => recommendation switch
    {
        { DaysOverdue: not null } => Overdue,
        { Answer: null } => Waiting,
        { Answer.Commitment.State: "delivered" } => Kept,
        { Answer.Commitment.State: "not-delivered" } => Broken,
        { Answer.Kind: AnswerKind.NotAdopted } => Refused,
        { Answer.Kind: AnswerKind.Deferred } => Deferred,
        { Answer.Kind: AnswerKind.NeedsInformation } => NeedsInformation,
        { Answer.Kind: AnswerKind.AdoptedInPart } => PromisedInPart,
        _ => Promised,
    };

    /// <summary>"1 kept, 1 promise broken, 1 refused".</summary>
    internal static string Count(IEnumerable<RecommendationView> recommendations, Tongue tongue)
    {
        var counts = recommendations.CountBy(Of).ToDictionary();
        return string.Join(", ", All.Where(counts.ContainsKey)
            .Select(o => string.Create(null, $"{counts[o]} {tongue[o == Broken && counts[o] > 1 ? "promises broken" : o.Counted]}")));
    }
}
