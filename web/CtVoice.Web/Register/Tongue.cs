using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace CtVoice.Web.Register;

/// <summary>
/// The language in which the public record speaks. English is the language of the code: a sentence of it is looked up as it stands, its
/// holes numbered, so that a page is written once. The others are files that somebody who speaks the language can read and correct.
/// No person has reviewed the Spanish file yet.
/// </summary>
public sealed class Tongue
{
    private readonly FrozenDictionary<string, string> sentences;
    private readonly IReadOnlyList<string>? months;

    private Tongue(string language, IReadOnlyDictionary<string, string> sentences, IReadOnlyList<string>? months)
    {
        Language = language;
        this.sentences = sentences.ToFrozenDictionary(StringComparer.Ordinal);
        this.months = months;
    }

    /// <summary>English.</summary>
    public static Tongue English { get; } = new("en", new Dictionary<string, string>(), null);

    /// <summary>Spanish.</summary>
    public static Tongue Spanish { get; } = Read("es");

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>For <c>lang</c> of what stays English, such as an agency's words; null where the page is English.</summary>
    public string? OfEnglish => months is null ? null : "en";

    /// <summary>The other language that the record speaks.</summary>
    public Tongue Other => months is null ? Spanish : English;

    /// <summary>A sentence in this language; the English one where the file has none.</summary>
    public string this[string english] => sentences.GetValueOrDefault(english, english);

    /// <summary>The same for a sentence with holes.</summary>
    public string Say(FormattableString english) =>
        string.Format(CultureInfo.InvariantCulture, this[english.Format], english.GetArguments());

    /// <summary>Whether the file has a sentence; English has all of them.</summary>
    public bool Has(string english) => months is null || sentences.ContainsKey(english);

    /// <summary>The address of a page of the record in this language.</summary>
    public string At(string path) => months is null ? path : $"/{Language}{path}";

    /// <summary>A day with its year.</summary>
    public string Day(DateOnly day) => months is null
        ? day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{DayOfYear(day)} de {day.Year}");

    /// <summary>A day where the year is known.</summary>
    public string DayOfYear(DateOnly day) => months is null
        ? day.ToString("MMMM d", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {months[day.Month - 1]}");

    /// <summary>A month with its year.</summary>
    public string Month(DateOnly day) => months is null
        ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{months[day.Month - 1]} de {day.Year}");

    /// <summary>The day in Connecticut of an instant.</summary>
    public string Day(DateTimeOffset at) => Day(RegisterLine.Day(at));

    /// <summary>Several things in a sentence: "a, b and c".</summary>
    public string And(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.SkipLast(1))} {this["and"]} {things[^1]}";

    private static Tongue Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"record.{language}.json")!;
        var file = JsonSerializer.Deserialize<TongueFile>(stream, JsonSerializerOptions.Web)!;
        return new(language, file.Sentences, file.Months);
    }

    /// <summary>A file of sentences.</summary>
    /// <param name="ReviewedBy">The person who reviewed it; null until somebody has.</param>
    /// <param name="Months">Names of the months.</param>
    /// <param name="Sentences">By the English ones.</param>
    private sealed record TongueFile(string? ReviewedBy, IReadOnlyList<string> Months, IReadOnlyDictionary<string, string> Sentences);
}
