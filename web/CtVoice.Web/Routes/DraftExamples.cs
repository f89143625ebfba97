using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Web.Routes;

/// <summary>What the OpenAPI document shows of drafts and of the preview.</summary>
internal static class DraftExamples
{
    internal static DraftEntry Entry { get; } = new("Take out names before you share.", [1, 3], "DSS", [1, 3], [4]);

    internal static DraftView Draft { get; } = new(
        1, "draft-1-2", DraftKind.Recommendation, "Take out names before you share.", [1, 3], [1, 3], [4], new(2, 1), "DSS", true, false,
        ["es"], null);

    internal static DraftsView Drafts { get; } = new(
        [Draft], ["DSS", "CCEH", "DGB", "OPM"], [5], 0, 0, 1, new(2026, 12, 16, 20, 0, 0, TimeSpan.Zero), [],
        [new("m-07", new(2026, 12, 16, 20, 0, 0, TimeSpan.Zero), null, [new(1, 2)], 2, "objection-1")]);

    internal static PreviewText Preview { get; } = new(
        "reply-3", 1, "2 take my name out, my case number is •••••••", "Take out names.", null, ["own-case"], true, null)
    {
        Decision = WordsDecision.ReleasedInOtherWords,
        Reword = OwnLife.In("2 take my name out").Reason,
    };
}
