using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Language.Reading;

namespace CtVoice.Web.Routes;

/// <summary>A text for residents, as somebody wrote it.</summary>
/// <param name="Summary">The project in a few plain sentences.</param>
/// <param name="Questions">The questions in the order of the review.</param>
/// <param name="Translator">The person who translated; absent for English.</param>
/// <param name="Reviewer">The person who read and approved it; only the coordinator names one.</param>
/// <param name="Risks">What could go wrong, as the agency sees it, in plain words; absent leaves what was written.</param>
internal sealed record TextEntry(string Summary, IReadOnlyList<QuestionEntry> Questions, string? Translator = null,
    string? Reviewer = null, IReadOnlyList<RiskEntry>? Risks = null);

/// <summary>What residents read of one risk.</summary>
/// <param name="Prompt">Prompt of the impact assessment in which the agency sees it.</param>
/// <param name="Words">At most 200 characters; empty leaves the agency's own words, in English.</param>
internal sealed record RiskEntry(string Prompt, string Words);

/// <summary>One question of a text.</summary>
/// <param name="Text">The question; in English at most 160 characters.</param>
/// <param name="Choices">The choices in order; absent for an open question and for yes, yes with changes, no.</param>
internal sealed record QuestionEntry(string Text, IReadOnlyList<string>? Choices = null);

/// <summary>What the coordinator releases; the body may be left out.</summary>
/// <param name="Version">The version that was read; absent for the newest.</param>
/// <param name="Reason">Why a text above the grade may leave; public.</param>
internal sealed record TextsRelease(int? Version = null, string? Reason = null);

/// <summary>The texts of a review.</summary>
/// <param name="Needed">Languages that the panel reads; for coordinator and auditor.</param>
/// <param name="Texts">What there is, in order of language; for agencies what they brought, and English.</param>
/// <param name="HarderBecause">Why texts were released above the grade; public.</param>
internal sealed record TextsView(IReadOnlyList<string>? Needed, IReadOnlyList<TextView> Texts, IReadOnlyList<string> HarderBecause)
{
    /// <summary>
    /// Answers of the impact assessment in which the agency sees a medium or high risk: what residents should learn from
    /// the summary.
    /// </summary>
    public IReadOnlyList<DppeiaAnswer> Risks { get; init; } = [];

    /// <summary>Data that the public dictionary does not have; members are told these names with the question.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>How many of these data there are beside the named ones; their mail says so, and their page names all.</summary>
    public int UnlistedMore { get; init; }
}

/// <summary>What residents read in one language, and how far it has come.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Version">For a release.</param>
/// <param name="Standing">draft, reviewed or released; for agencies reviewed stands for both of the latter.</param>
/// <param name="Summary">The project.</param>
/// <param name="Questions">The questions.</param>
/// <param name="Translator">The person who translated.</param>
/// <param name="Reviewer">The person who approved.</param>
/// <param name="Whole">How hard the whole text is.</param>
/// <param name="Parts">How hard each part is, with its hardest sentences first.</param>
/// <param name="Lacking">What keeps it from being released.</param>
/// <param name="Notes">Context notes that members get with it.</param>
/// <param name="HarderBecause">Why it was released above the grade.</param>
public sealed record TextView(
    string Language, int Version, TextStanding Standing, string Summary, IReadOnlyList<QuestionText> Questions, string? Translator,
    string? Reviewer,
    GradeView? Whole, IReadOnlyList<GradeView> Parts, IReadOnlyList<string> Lacking, IReadOnlyList<AttachedNote> Notes,
    string? HarderBecause)
{
    private const int HardestShown = 3;

    /// <summary>What could go wrong, as the agency sees it: what members get of it, with the text.</summary>
    public IReadOnlyList<RiskInWords> Risks { get; init; } = [];

    internal static TextView Of(Review review, ReviewText text, IReadOnlyList<AttachedNote> notes, ProjectRequest? project)
    {
        var release = review.Released.FirstOrDefault(r => r.Language == text.Language);
        var shown = release is null ? ReleasingTexts.Complete(review, text, notes, project) : text;
        var standing = release is not null ? TextStanding.Released : text.Reviewer is not null ? TextStanding.Reviewed : TextStanding.Draft;
        return new(
            text.Language, text.Version, standing, text.Summary, text.Questions, text.Translator, text.Reviewer,
            TextReadiness.Whole(shown) is { } whole ? GradeOf("whole", whole) : null,
            [.. TextReadiness.Readings(shown).Select(r => GradeOf(r.Part, r.Report))],
            [.. TextReadiness.Lacking(review, text).Select(f => f.Message)], shown.Notes, release?.HarderBecause)
        { Risks = shown.Risks };
    }

    /// <summary>The same without whether it was released: that would say that somebody on the panel reads it.</summary>
    internal TextView WithoutRelease() =>
        this with { Standing = Standing is TextStanding.Draft ? TextStanding.Draft : TextStanding.Reviewed, HarderBecause = null };

    private static GradeView GradeOf(string part, ReadingReport report) => new(
        part, report.Measure, Math.Round(report.Value, 1), report.Plain, report.Verdict,
        [.. report.Sentences.Take(HardestShown).Select(s => s.Text)]);
}

/// <summary>How hard something is to read.</summary>
/// <param name="Part">whole, summary, question 1, note ...</param>
/// <param name="Measure">Flesch-Kincaid (a grade, at most 8) or INFLESZ (a score, at least 55).</param>
/// <param name="Value">The grade or score.</param>
/// <param name="Plain">The same in words.</param>
/// <param name="Verdict">How it compares with target and limit.</param>
/// <param name="Hardest">Its hardest sentences, hardest first.</param>
public sealed record GradeView(string Part, string Measure, double Value, string Plain, ReadingVerdict Verdict,
    IReadOnlyList<string> Hardest);
