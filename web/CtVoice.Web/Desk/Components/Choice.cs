namespace CtVoice.Web.Desk.Components;

/// <summary>Something that may be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What it says.</param>
/// <param name="Means">What follows from it, where that is not plain.</param>
public sealed record Choice(string Value, string Text, string? Means = null);
