using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>Requests to be left alone that are said in words of their own, and not with the parts of <see cref="Request"/>.</summary>
internal static class StopIdioms
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.stop-idioms");

    /// <summary>The forms, with what each means alone and where something unforeseen follows.</summary>
    internal static readonly Plea[] All =
    [
        .. Pleas("ends messages", Wish.Stop, null),
        .. Pleas("may end messages", Wish.PerhapsStop, null),
        .. Pleas("may end messages whatever follows", Wish.PerhapsStop, Wish.PerhapsStop),
    ];

    private static IEnumerable<Plea> Pleas(string topic, Wish alone, Wish? followed) =>
        Forms.Beginnings(topic).Select(form => new Plea(form, alone, followed));

    /// <param name="Expression">How the clause begins.</param>
    /// <param name="Alone">What it means when nothing, or nothing of weight, follows.</param>
    /// <param name="Followed">What it means when something unforeseen follows.</param>
    internal sealed record Plea(Expression Expression, Wish Alone, Wish? Followed);
}
