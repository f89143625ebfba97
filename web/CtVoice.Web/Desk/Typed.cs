using CtVoice.Core.Json;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>
/// A form that somebody sent and that did nothing yet: what they typed and why it was not taken. The page that holds the form
/// is shown again with it, so that nothing has to be typed twice.
/// </summary>
/// <param name="Form">Name of the form on its page.</param>
/// <param name="Fields">What was typed, by the name of the field.</param>
/// <param name="Faults">What is wrong with it; a pointer without its first slash is the name of a field.</param>
public sealed record Typed(string Form, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, IReadOnlyList<Fault> Faults)
{
    /// <summary>HTTP status of the page that shows it.</summary>
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Somebody changed what is edited since it was read: both texts are shown.</summary>
    public bool Overtaken { get; init; }

    /// <summary>It was kept although it lacks something: a draft may.</summary>
    public bool Saved { get; init; }

    /// <summary>It waits for the button: it was kept over a session that had ended.</summary>
    public bool Kept { get; init; }

    /// <summary>What was typed into the form of this request; null on a fresh page.</summary>
    public static Typed? Of(HttpContext context) => context.Items[typeof(Typed)] as Typed;

    /// <summary>The page that is shown next shows it.</summary>
    internal void ShowIn(HttpContext context) => context.Items[typeof(Typed)] = this;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    internal string? FaultOf(string field) => Faults.FirstOrDefault(f => Name(f) == field)?.Message;

    /// <summary>The field that a fault is about; empty when it is about the whole form.</summary>
    internal static string Name(Fault fault) => fault.Pointer.TrimStart('/');
}
