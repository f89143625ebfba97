using CtVoice.Core.Json;
using CtVoice.Language;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Collects faults in the order in which they are found.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> faults = [];

    internal IReadOnlyList<Fault> All => faults;

    internal void Add(string pointer, string message) => faults.Add(new(pointer, message));

    /// <summary>A text that must be there and be known.</summary>
    internal void Need(string pointer, string? text, string what)
    {
        if (!Visible.In(text))
            Add(pointer, $"{what} is missing.");
        else if (text!.IsNotKnown())
            Add(pointer, $"{what} cannot be left open; only the other parts of a request can.");
    }

    /// <summary>The second and later times that a value comes in a list.</summary>
    internal void NoneTwice(string list, IEnumerable<string?> values, string member, Func<string, string> message)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value) && !seen.Add(value.Trim()))
                Add($"{list}/{at}{member}", message(value));
            at++;
        }
    }
}
