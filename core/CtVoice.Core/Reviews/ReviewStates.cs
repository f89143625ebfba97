using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Reviews;

/// <summary>
/// States of reviews from their stored text. One step of a review reads it several times, so the last states that were
/// read are remembered with their text, and the same text gives the same state: never an older one, whoever wrote it.
/// Thread-safe.
/// </summary>
internal sealed class ReviewStates
{
    // With texts of one property at most, no more than a few tens of megabytes.
    private const int Remembered = 256;

    private readonly Known?[] known = new Known?[Remembered];

    internal Review Of(string reviewId, string text)
    {
        if (Volatile.Read(ref known[PlaceOf(reviewId)]) is { } last && string.Equals(last.Text, text, StringComparison.Ordinal))
            return last.State;
        var state = JsonSerializer.Deserialize<Review>(text, WorkflowJson.Options)!;
        Remember(reviewId, text, state);
        return state;
    }

    /// <summary>Remembers a state with the text that it is stored as, so that whoever reads it next need not parse it.</summary>
    internal void Remember(string reviewId, string text, Review state)
    {
        if (text.Length <= LongText.PropertyCharacters)
            Volatile.Write(ref known[PlaceOf(reviewId)], new(text, state));
    }

    private static int PlaceOf(string reviewId) => (int)((uint)string.GetHashCode(reviewId, StringComparison.Ordinal) % Remembered);

    private sealed record Known(string Text, Review State);
}
