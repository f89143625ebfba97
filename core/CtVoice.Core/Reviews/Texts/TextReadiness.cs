using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>Whether a text may leave: complete, and easy enough. Pure; the same is shown to whoever writes it.</summary>
public static class TextReadiness
{
    /// <summary>The language that every question has and nobody translates.</summary>
    public const string Original = "en";

    /// <summary>Characters of a summary, so that an email stays short and a page is read to its end.</summary>
    public const int MaxSummary = 2000;

    /// <summary>
    /// Characters of a question in any language but English, where <see cref="ResidentQuestion.MaxEnglishCharacters"/>
    /// holds: translations run longer, and with the choices they still fit the largest text message.
    /// </summary>
    public const int MaxTranslatedQuestion = 320;

    /// <summary>What is missing or too long, in plain sentences; none when the text is complete.</summary>
    public static IReadOnlyList<Fault> Lacking(Review review, ReviewText text)
    {
        var faults = new List<Fault>();
        if (!WrittenLanguages.All.Contains(text.Language, StringComparer.Ordinal))
            faults.Add(new("", $"The fixed words of messages (how to stop, who to call) are not ready in {text.Language}."));
        if (string.IsNullOrWhiteSpace(text.Summary))
            faults.Add(new("/summary", $"The summary is missing in {text.Language}."));
        else if (text.Summary.Length > MaxSummary)
            faults.Add(new("/summary",
                string.Create(CultureInfo.InvariantCulture,
                    $"A summary has at most {MaxSummary} characters; this one has {text.Summary.Length}.")));
        for (var i = 0; i < review.Questions.Count; i++)
            faults.AddRange(Lacking(text.Language, i, review.Questions[i], i < text.Questions.Count ? text.Questions[i] : null));
        if (text.Questions.Count > review.Questions.Count)
            faults.Add(new("/questions",
                string.Create(CultureInfo.InvariantCulture,
                    $"The review asks {review.Questions.Count} questions, not {text.Questions.Count}.")));
        if (text.Language != Original && string.IsNullOrWhiteSpace(text.Translator))
            faults.Add(new("/translator", $"Name the person who translated into {text.Language}."));
        return faults;
    }

    /// <summary>How hard each part is, for a language with a measure; none otherwise.</summary>
    public static IReadOnlyList<PartReading> Readings(ReviewText text) =>
        [.. text.Parts.Select(p => (p.Part, Report: ReadingReport.Of(p.Text, text.Language))).Where(p => p.Report is not null)
            .Select(p => new PartReading(p.Part, p.Report!))];

    /// <summary>The text as a whole; null for a language without a measure, and for a text without words.</summary>
    public static ReadingReport? Whole(ReviewText text) =>
        ReadingReport.Of(string.Join('\n', text.Parts.Select(p => p.Text)), text.Language);

    /// <summary>The parts that residents should not get without a public reason (English above grade 8,
    /// Spanish below INFLESZ 55).</summary>
    public static IReadOnlyList<PartReading> TooHard(ReviewText text) =>
        [.. Readings(text).Where(r => r.Report.Verdict is ReadingVerdict.TooHard)];

    private static IEnumerable<Fault> Lacking(string language, int index, ResidentQuestion question, QuestionText? text)
    {
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/questions/{index}");
        var most = language == Original ? ResidentQuestion.MaxEnglishCharacters : MaxTranslatedQuestion;
        if (string.IsNullOrWhiteSpace(text?.Text))
            yield return new($"{pointer}/text",
                string.Create(CultureInfo.InvariantCulture, $"Question {index + 1} is missing in {language}."));
        else if (text.Text.Length > most)
            yield return new($"{pointer}/text",
                string.Create(CultureInfo.InvariantCulture,
                    $"A question in {language} has at most {most} characters; this one has {text.Text.Length}."));
        var offered = question.Offered.Count;
        if ((text?.Choices.Count ?? 0) != offered || text?.Choices.Any(string.IsNullOrWhiteSpace) == true)
            yield return new($"{pointer}/choices",
                string.Create(CultureInfo.InvariantCulture,
                    $"Question {index + 1} offers {offered} choices; each needs its text in {language}."));
    }
}

/// <summary>How hard one part of a text is.</summary>
/// <param name="Part">summary, question 1, note ...</param>
/// <param name="Report">The figures, with the hardest sentence first.</param>
public sealed record PartReading(string Part, ReadingReport Report);
