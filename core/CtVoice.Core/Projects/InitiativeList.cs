using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Representation;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Projects;

/// <summary>
/// Initiatives outside government in the data landscape (DOMAIN 3): who else works with data about whom. The board's office enters them
/// from what is public; nobody outside government has to. A versioned data file.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record InitiativeList : DataFile
{
    /// <summary>Name of the file.</summary>
    public const string FileId = "initiatives";

    private const int Most = 500;
    private const int MostNamed = 50;
    private const int Suggestions = 3;

    /// <summary>What ships with the software: none.</summary>
    public static InitiativeList None { get; } = LoadShipped();

    /// <summary>How an entry looks. It is made up, and is shown to nobody as an initiative.</summary>
    public static InitiativeList Example { get; } = None with
    {
        Version = "example-1",
        Source = "Made up, to show how an entry looks",
        Initiatives =
        [
            new("example-housing-count", "Example housing count", "Example Housing Alliance",
                "Counts how many homes each town has for people who need one.", "https://example.org/housing-count",
                ["homeless"], ["housing"], ["CCEH"], new(2026, 11, 30), "Its own page, read on this day"),
        ],
    };

    /// <summary>The initiatives.</summary>
    public required IReadOnlyList<Initiative> Initiatives { get; init; }

    internal override IEnumerable<Fault> Check()
    {
        if (Initiatives is null)
            return [new("/initiatives", "Initiatives must be a list.")];
        if (Initiatives.Count > Most)
            return [new("/initiatives", $"At most {Most} initiatives are kept.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Initiatives.Count; i++)
        {
            var at = $"/initiatives/{i}";
            if (Initiatives[i] is not { } entry)
            {
                faults.Add(new(at, "The entry is empty."));
                continue;
            }
            if (!Board.Member.IsId(entry.Id))
                faults.Add(new($"{at}/id", "An id is 1 to 64 of a-z, 0-9 and hyphen."));
            else if (!seen.Add(entry.Id))
                faults.Add(new($"{at}/id", "Two initiatives have this id."));
            Need($"{at}/name", entry.Name, 200, "Give a name");
            Need($"{at}/runBy", entry.RunBy, 200, "Say who runs it");
            Need($"{at}/source", entry.Source, 300, "Say where this is known from");
            CheckSentence($"{at}/sentence", entry.Sentence, faults);
            if (!Uri.TryCreate(entry.Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps || entry.Link.Length > 300)
                faults.Add(new($"{at}/link", "Give a link that starts with https:// and has at most 300 characters."));
            if (entry.Date.Year is < 1900 or > 2200)
                faults.Add(new($"{at}/date", "Give the day on which this was checked."));
            if (entry.Populations.Count == 0)
                faults.Add(new($"{at}/populations", "Name at least one population by its code, such as 2054-5 or homeless."));
            if (entry.Topics.Count + entry.Agencies.Count == 0)
                faults.Add(new($"{at}/topics", "Name at least one topic, or an agency whose data it uses."));
            CheckList($"{at}/populations", entry.Populations, faults);
            CheckList($"{at}/topics", entry.Topics, faults);
            CheckList($"{at}/agencies", entry.Agencies, faults);
        }
        return faults;

        void Need(string pointer, string? text, int most, string what)
        {
            if (text is null || text.Trim().Length == 0 || text.Length > most)
                faults.Add(new(pointer, $"{what}, in 1 to {most} characters."));
        }
    }

    /// <summary>Populations and agencies that nobody knows, each with the nearest. Asked when a file comes in, and not again: codes that
    /// are replaced later take nothing away.</summary>
    internal IReadOnlyList<Fault> Unknown(ReferenceData data)
    {
        var populations = data.IntakeNow.Populations!;
        var agencies = data.Intake.Agencies;
        var faults = new List<Fault>();
        for (var i = 0; i < Initiatives.Count; i++)
        {
            foreach (var (code, j) in Initiatives[i].Populations.Select((code, j) => (code, j)).Where(p => !populations.Contains(p.code)))
                faults.Add(new($"/initiatives/{i}/populations/{j}", $"'{Shown.Short(code)}' is not a population of the list. The nearest "
                    + $"are: {string.Join(", ", NearestText.Of(code, populations, Suggestions))}."));
            foreach (var (code, j) in Initiatives[i].Agencies.Select((code, j) => (code, j))
                .Where(a => agencies.ByCode(a.code)?.Code != a.code))
                faults.Add(new($"/initiatives/{i}/agencies/{j}", $"'{Shown.Short(code)}' is not an agency of the list. The nearest are: "
                    + (agencies.ByName(code)?.Code ?? string.Join(", ",
                        NearestText.Of(code.Trim().ToUpperInvariant(), agencies.All.Select(a => a.Code), Suggestions))) + "."));
        }
        return faults;
    }

    private static void CheckSentence(string pointer, string? sentence, List<Fault> faults)
    {
        if (sentence is null || sentence.Trim().Length == 0 || sentence.Length > ContextNote.MaxSentence)
            faults.Add(new(pointer, $"Use one plain sentence of 1 to {ContextNote.MaxSentence} characters."));
        else if (ReadingReport.Of(sentence, "en") is { Verdict: ReadingVerdict.TooHard } report)
            faults.Add(new(pointer, $"This is too hard for many readers ({report.Plain}). Use shorter words and sentences."));
    }

    private static void CheckList(string pointer, IReadOnlyList<string> named, List<Fault> faults)
    {
        if (named.Count > MostNamed)
            faults.Add(new(pointer, $"Name at most {MostNamed}."));
        for (var i = 0; i < named.Count && i < MostNamed; i++)
        {
            if (named[i] is not { } one || one.Trim().Length == 0 || one.Length > 100)
                faults.Add(new($"{pointer}/{i}", "Write 1 to 100 characters."));
            else if (named.Take(i).Contains(one, StringComparer.OrdinalIgnoreCase))
                faults.Add(new($"{pointer}/{i}", "This is named twice."));
        }
    }

    private static InitiativeList LoadShipped()
    {
        using var stream = ShippedData.Open("initiatives-none-1.json");
        using var reader = new StreamReader(stream);
        var read = DataFiles.Read<InitiativeList>(reader.ReadToEnd());
        return read.File
            ?? throw new InvalidOperationException(string.Join(' ', read.Faults.Select(f => $"{FileId}{f.Pointer}: {f.Message}")));
    }
}

/// <summary>An initiative outside government.</summary>
/// <param name="Id">1 to 64 of a-z, 0-9 and hyphen.</param>
/// <param name="Name">What it is called.</param>
/// <param name="RunBy">Who runs it.</param>
/// <param name="Sentence">What it does, in one plain sentence.</param>
/// <param name="Link">Where more can be read; https.</param>
/// <param name="Populations">Codes of the people whom it is about, such as <c>2054-5</c> or <c>homeless</c>.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Agencies">Codes of the agencies whose data it uses.</param>
/// <param name="Date">The day on which this was checked.</param>
/// <param name="Source">Where this is known from.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Initiative(
    string Id, string Name, string RunBy, string Sentence, string Link, IReadOnlyList<string> Populations, IReadOnlyList<string> Topics,
    IReadOnlyList<string> Agencies, DateOnly Date, string Source)
{
    /// <summary>Codes of the people whom it is about.</summary>
    public IReadOnlyList<string> Populations { get; init => field = value ?? []; } = Populations;

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Topics { get; init => field = value ?? []; } = Topics;

    /// <summary>Codes of the agencies whose data it uses.</summary>
    public IReadOnlyList<string> Agencies { get; init => field = value ?? []; } = Agencies;
}
