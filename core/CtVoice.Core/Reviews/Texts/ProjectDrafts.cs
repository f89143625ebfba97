using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>What a project brings of the texts for residents: the first drafts, in every language it has something in.</summary>
public static class ProjectDrafts
{
    /// <summary>The drafts in order of language.</summary>
    /// <param name="project">The project; its ready-made questions are already spelled out in <paramref name="questions"/>.</param>
    /// <param name="questions">The questions of the review.</param>
    /// <param name="now">When they came.</param>
    public static IReadOnlyList<ReviewText> Of(ProjectRequest project, IReadOnlyList<ResidentQuestion> questions, DateTimeOffset now) =>
    [
        .. project.Texts.Keys.Concat(questions.SelectMany(q => q.Text.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(language => new ReviewText
            {
                Language = language,
                Version = 1,
                Summary = Summary(project, language),
                Questions = [.. questions.Select(q => new QuestionText(q.Text.GetValueOrDefault(language) ?? "", Choices(q, language)))],
                Risks = RisksFor.Brought(project, language),
                Translator = project.Texts.GetValueOrDefault(language)?.Translator,
                WrittenBy = project.Agency,
                WrittenAt = now,
            }),
    ];

    /// <summary>The choices of a question in a language; an empty text where there is none.</summary>
    public static IReadOnlyList<string> Choices(ResidentQuestion question, string language) =>
        [.. question.Offered.Select(choice => choice.GetValueOrDefault(language) ?? "")];

    // Of a modification residents see only what changed (DOMAIN 2.2).
    private static string Summary(ProjectRequest project, string language) =>
        project.Texts.GetValueOrDefault(language) is not { } text ? ""
        : project.Kind is ProjectKind.Modification && !string.IsNullOrWhiteSpace(text.Changes) ? text.Changes
        : text.Summary;
}
