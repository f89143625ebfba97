using System.Globalization;
using System.Text.RegularExpressions;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Language.Meaning;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Letters;

/// <summary>
/// Whether the words of a letter may leave. A text lies open on a phone that others may read, so what is never in one is in no
/// letter: numbers of cases, values of single people, a status of health, housing, benefit or custody, links (DOMAIN 4). Pure.
/// </summary>
public static partial class LetterCheck
{
    /// <summary>Everything that stands in the way, each at its field of <c>texts/N</c>; empty when nothing does.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="languages">Languages that the readers are written to in.</param>
    /// <param name="harderBecause">Why a text may be harder than residents should get; null when nobody said.</param>
    /// <param name="today">A full date after it is no date of birth.</param>
    public static IReadOnlyList<Fault> Of(IReadOnlyList<LetterText> texts, IReadOnlyList<string> languages, string? harderBecause,
        DateOnly today)
    {
        var faults = new List<Fault>();
        foreach (var language in languages.Where(l => texts.All(t => t.Language != l || string.IsNullOrWhiteSpace(t.Text))))
            faults.Add(new("/texts", $"Somebody is written to in {language}: write it in {language} too."));
        for (var i = 0; i < texts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(texts[i].Text))
                continue;
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/texts/{i}/text");
            faults.AddRange(Because(texts[i], harderBecause, today).Select(message => new Fault(pointer, message)));
            if (texts[i].Language != TextReadiness.Original && string.IsNullOrWhiteSpace(texts[i].Translator))
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"/texts/{i}/translator"),
                    $"Name the person who wrote or translated it in {texts[i].Language}."));
            if (texts.Take(i).Any(t => t.Language == texts[i].Language))
                faults.Add(new(pointer, $"There are two texts in {texts[i].Language}."));
        }
        return faults;
    }

    /// <summary>The text message that a letter leaves as.</summary>
    public static string AsText(LetterText text)
    {
        var phrases = Phrases.In(text.Language);
        return TextParts.Fit(MemberWords.Joined([$"{phrases.Board}:", text.Text.Trim(), phrases.StopHint]));
    }

    /// <summary>The mail that a letter leaves as; its subject names no topic.</summary>
    public static Wording AsMail(LetterText text, string code)
    {
        var phrases = Phrases.In(text.Language);
        return new(phrases.Subject(code), string.Join("\n\n", text.Text.Trim(), phrases.Safety, phrases.StopHint));
    }

    private static IEnumerable<string> Because(LetterText text, string? harderBecause, DateOnly today)
    {
        if (!Phrases.Reviewed.ContainsKey(text.Language))
            yield return $"The fixed words of messages (how to stop, who to call) are not ready in {text.Language}.";
        if (TextParts.Of(AsText(text)) is var parts && Phrases.In(text.Language).LongestParts is var most && parts > most)
            yield return string.Create(CultureInfo.InvariantCulture, $"It takes {parts} parts on a phone; at most {most} are sent.");
        if (Masking.Mask(text.Text) != text.Text || PersonLevelValues.Find(text.Text, today).Count > 0)
            yield return "It holds a number or a value of a single person. That is never in a text: say it in a call.";
        if (OwnLife.In(text.Text).Status is { Count: > 0 } status)
            yield return $"It names a status ({string.Join(", ", status)}). That is never in a text: say it without, or in a call.";
        if (Link().IsMatch(text.Text))
            yield return "It holds a link. Links of ours are made for one reader and end; another one is never in a text.";
        if (string.IsNullOrWhiteSpace(harderBecause)
            && ReadingReport.Of(text.Text, text.Language) is { Verdict: ReadingVerdict.TooHard } hard)
            yield return $"It is harder than residents should get ({hard.Plain}). Hardest: \"{hard.Sentences[0].Text}\". Write it "
                + "plainer, or say why it may leave.";
    }

    [GeneratedRegex(@"https?://|\bwww\.|\b[a-z0-9-]+\.(com|org|net|gov|edu|us|io|ly)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
