using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;
using CtVoice.Language.Reading;

namespace CtVoice.Web.Views;

/// <summary>What would become of a draft. Nothing of it is stored.</summary>
/// <param name="Outcome">Whether residents would be asked.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
/// <param name="EarliestEnd">The earliest day on which the report can go out at the regular pace.</param>
/// <param name="ExpeditedEnd">The same with the coordinator's consent; absent unless advice is wanted earlier.</param>
/// <param name="Panel">What the panel would be today; absent when nobody would be asked.</param>
/// <param name="OpenQuestions">What the project does not say yet; it is asked in the report.</param>
/// <param name="Reading">How hard the texts for residents are to read, hardest first.</param>
/// <param name="Changes">What differs from the earlier project; for a modification.</param>
/// <param name="Assessment">The findings, with figures only where the counts behind them may leave.</param>
/// <param name="Counts">The counts that may leave.</param>
/// <param name="Catalogue">Version of the catalogue that element ids were checked against.</param>
public sealed record CheckView(
    ReviewNeed Outcome, IReadOnlyList<string> Reasons, EarliestEnd EarliestEnd, EarliestEnd? ExpeditedEnd, PanelForecast? Panel,
    IReadOnlyList<OpenQuestion> OpenQuestions, IReadOnlyList<ReadingHint> Reading, IReadOnlyList<ProjectChange> Changes,
    Assessment Assessment, IReadOnlyList<ShownCell> Counts, string Catalogue);

/// <summary>How hard one text for residents is to read.</summary>
/// <param name="Pointer">The text's place in the request (RFC 6901).</param>
/// <param name="Measure">Flesch-Kincaid for English, INFLESZ for Spanish.</param>
/// <param name="Reads">The grade or score in words.</param>
/// <param name="Verdict">How it compares with what residents should get.</param>
/// <param name="HardestSentence">The sentence to mend first.</param>
public sealed record ReadingHint(string Pointer, string Measure, string Reads, ReadingVerdict Verdict, string HardestSentence)
{
    /// <summary>The hints on every text of a project in a language that can be measured, hardest verdict first.</summary>
    internal static IReadOnlyList<ReadingHint> Of(ProjectRequest project)
    {
        var texts = project.Questions.SelectMany(
            (q, i) => ReadyQuestions.Shipped.Spell(q).Text.Select(t => ($"/questions/{i}/text/{t.Key}", t.Key, t.Value)))
            .Concat(project.Texts.Select(
                t => ($"/texts/{t.Key}/{(project.Kind is ProjectKind.Modification ? "changes" : "summary")}", t.Key, project.TextFor(t.Key)
                    ?? "")));
        return [.. texts
            .Select(t => (Pointer: t.Item1, Report: ReadingReport.Of(t.Item3, t.Item2)))
            .Where(t => t.Report is not null)
            .Select(t => new ReadingHint(t.Pointer, t.Report!.Measure, t.Report.Plain, t.Report.Verdict, t.Report.Sentences[0].Text))
            .OrderByDescending(h => h.Verdict)];
    }
}
