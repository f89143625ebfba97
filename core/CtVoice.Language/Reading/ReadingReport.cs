using System.Globalization;

namespace CtVoice.Language.Reading;

/// <summary>How hard one sentence is.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Words">Its words.</param>
/// <param name="Syllables">Its syllables.</param>
/// <param name="Value">Its grade or score, as if it stood alone.</param>
public sealed record SentenceReading(string Text, int Words, int Syllables, double Value);

/// <summary>How a text compares with what residents should get.</summary>
public enum ReadingVerdict
{
    /// <summary>As easy as it should be.</summary>
    OnTarget,

    /// <summary>Harder than it should be, and still allowed.</summary>
    AboveTarget,

    /// <summary>Too hard for residents.</summary>
    TooHard,
}

/// <summary>How hard a text is to read, shown to whoever writes it.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Measure">"Flesch-Kincaid" (a grade, lower is easier) or "INFLESZ" (a score, higher is easier).</param>
/// <param name="Value">The grade or score.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="Syllables">Syllables of the text.</param>
/// <param name="Verdict">How it compares with target and limit.</param>
/// <param name="Sentences">The sentences, hardest first.</param>
public sealed record ReadingReport(
    string Language,
    string Measure,
    double Value,
    int Words,
    int Syllables,
    ReadingVerdict Verdict,
    IReadOnlyList<SentenceReading> Sentences)
{
    /// <summary>The grade or score in a few words, e.g. "grade 5.2" or "score 71.0 (bastante fácil)".</summary>
    public string Plain => Language == "es"
        ? string.Create(CultureInfo.InvariantCulture, $"score {Value:0.0} ({Inflesz.Level(Value)})")
        : string.Create(CultureInfo.InvariantCulture, $"grade {Value:0.0}");

    /// <summary>The report on a text; null for a language without a measure here, and for a text without words.</summary>
    public static ReadingReport? Of(string text, string language) => language switch
    {
        "en" => Of(text, language, "Flesch-Kincaid", FleschKincaid.Syllables, FleschKincaid.Grade, harderIsHigher: true,
            FleschKincaid.Target, FleschKincaid.Limit),
        "es" => Of(text, language, "INFLESZ", Inflesz.Syllables, Inflesz.Score, harderIsHigher: false, Inflesz.Target, Inflesz.Limit),
        _ => null,
    };

    private static ReadingReport? Of(
        string text, string language, string measure, Func<string, int> syllables, Func<int, int, int, double> value, bool harderIsHigher,
        double target, double limit)
    {
        var sentences = ReadableText.Sentences(text).Select(sentence =>
        {
            var words = ReadableText.Words(sentence);
            var spoken = words.Sum(syllables);
            return new SentenceReading(sentence, words.Count, spoken, value(words.Count, 1, spoken));
        }).ToArray();
        if (sentences.Length == 0)
            return null;
        var total = sentences.Sum(s => s.Words);
        var spokenTotal = sentences.Sum(s => s.Syllables);
        var whole = value(total, sentences.Length, spokenTotal);
        var sign = harderIsHigher ? 1 : -1;
        var verdict = sign * whole <= sign * target ? ReadingVerdict.OnTarget
            : sign * whole <= sign * limit ? ReadingVerdict.AboveTarget
            : ReadingVerdict.TooHard;
        return new(language, measure, whole, total, spokenTotal, verdict, [.. sentences.OrderByDescending(s => sign * s.Value)]);
    }
}
