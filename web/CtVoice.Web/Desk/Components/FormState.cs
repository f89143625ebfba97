namespace CtVoice.Web.Desk.Components;

/// <summary>The form that a field stands in, with what was typed into it before.</summary>
/// <param name="Name">Name of the form on its page.</param>
/// <param name="Typed">What was typed into this form; null on a fresh one.</param>
public sealed record FormState(string Name, Typed? Typed)
{
    /// <summary>Id of a field.</summary>
    internal string IdOf(string field) => IdOf(Name, field);

    /// <summary>Id of a field of a form.</summary>
    internal static string IdOf(string form, string field) => $"{form}-{field.Replace('/', '-')}";

    /// <summary>What stands in a field: what was typed, else what is stored.</summary>
    internal string? Value(string field, string? stored) =>
        Typed is null ? stored : Typed.Fields.GetValueOrDefault(field) is [var value, ..] ? value : null;

    /// <summary>Whether an option is chosen.</summary>
    internal bool Chosen(string field, string option, bool stored) =>
        Typed is null ? stored : Typed.Fields.GetValueOrDefault(field)?.Contains(option) == true;

    /// <summary>How many rows of a list are filled in: those that were typed, else those that are stored.</summary>
    internal int Rows(string list, int stored) => Typed is null
        ? stored
        : Typed.Fields.Keys.Where(f => f.StartsWith(list + "/", StringComparison.Ordinal))
            .Select(f => int.TryParse(f[(list.Length + 1)..].Split('/')[0], System.Globalization.CultureInfo.InvariantCulture, out var row)
                ? row + 1 : 0).DefaultIfEmpty().Max();

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    internal string? FaultOf(string field) => Typed?.FaultOf(field);
}
