using CtVoice.Core.Representation;
using CtVoice.Web.Desk.Components;

namespace CtVoice.Web.Desk.Members;

/// <summary>The names of codes, as they are chosen and shown.</summary>
/// <param name="Codes">The codes.</param>
public sealed record RelNames(RelCodes Codes)
{
    /// <summary>Populations to choose from, subgroups behind their category.</summary>
    public IReadOnlyList<Choice> Populations =>
        [.. Codes.Codes.Select(
            c => new Choice(c.Code, c.Parent is null ? c.Name : $"{c.Name} ({Codes.NameOf(Codes.CategoryOf(c.Code)!)})"))];

    /// <summary>Languages to choose from.</summary>
    public IReadOnlyList<Choice> Languages => [.. Codes.Languages.Select(l => new Choice(l.Code, l.Name))];

    /// <summary>Name of a population.</summary>
    public string Of(string population) => Codes.NameOf(population);

    /// <summary>Name of a language; its code where there is none.</summary>
    public string Language(string code) => Codes.Languages.FirstOrDefault(l => l.Code == code)?.Name ?? code;
}
