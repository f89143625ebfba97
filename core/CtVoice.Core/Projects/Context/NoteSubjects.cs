using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Context;

/// <summary>
/// What a context note may be about: the populations of the codes in use, programmes, languages, agencies, and the sources of the
/// catalogue. Immutable.
/// </summary>
public sealed class NoteSubjects
{
    private const int Suggestions = 3;

    private readonly SortedDictionary<string, string> names;

    private NoteSubjects(SortedDictionary<string, string> names) => this.names = names;

    /// <summary>The subjects of these codes and of a catalogue whose agencies are given.</summary>
    public static NoteSubjects Of(RelCodes codes, IEnumerable<string> catalogued)
    {
        var names = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, name) in codes.Codes.Select(c => (c.Code, c.Name))
            .Concat(codes.Languages.Select(l => (Code: RelCodes.LanguagePrefix + l.Code, l.Name)))
            .Concat(Enum.GetValues<Programme>().Select(p => (Code: OverrepresentationPolicy.CodeOf(p), Name: p.ToString())))
            .Concat(AgencyDirectory.Shipped.All.Select(a => (a.Code, a.Name)))
            .Append((ClaimsRequest.Source, "All-Payer Claims Database"))
            .Concat(catalogued.Select(a => (a, a))))
            names.TryAdd(code, name);
        return new(names);
    }

    /// <summary>What people call a subject; its code when it is not in the list.</summary>
    public string NameOf(string subject) => names.GetValueOrDefault(subject) ?? subject;

    /// <summary>What is wrong with the subjects of a note: each that nothing is called, with the nearest.</summary>
    public IReadOnlyList<Fault> Check(ContextNote note) =>
    [
        .. note.Subjects.Where(s => !names.ContainsKey(s))
            .Select(s => new Fault("/subject", $"'{Short(s)}' is no population, agency or source of the catalogue. The nearest are: "
                + $"{string.Join(", ", Nearest(s))}.")),
    ];

    // By its code or by what it is called, whichever is nearer.
    private IEnumerable<string> Nearest(string subject)
    {
        var coded = names.SelectMany(n => new[] { (Written: n.Key, n.Key), (Written: n.Value, n.Key) })
            .DistinctBy(n => n.Written, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(n => n.Written, n => n.Key, StringComparer.OrdinalIgnoreCase);
        return NearestText.Of(Short(subject).ToUpperInvariant(), coded.Keys, 2 * Suggestions, c => c.ToUpperInvariant())
            .Select(written => coded[written]).Distinct(StringComparer.OrdinalIgnoreCase).Take(Suggestions)
            .Select(code => NameOf(code) == code ? code : $"{code} ({NameOf(code)})");
    }

    private static string Short(string subject) => subject.Length <= 40 ? subject : subject[..40];
}
