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

    // Reviews whose names fall together, as names do, each keep their place until more than so many do.
    private const int Together = 4;

    private readonly Known?[] known = new Known?[Remembered];

    internal Review Of(string reviewId, string text)
    {
        foreach (ref var place in PlacesOf(reviewId))
        {
            if (Volatile.Read(ref place) is { } last && last.Id == reviewId && string.Equals(last.Text, text, StringComparison.Ordinal))
                return last.State;
        }
        var state = JsonSerializer.Deserialize<Review>(text, WorkflowJson.Options)!;
        Remember(reviewId, text, state);
        return state;
    }

    /// <summary>Remembers a state with the text that it is stored as, so that whoever reads it next need not parse it.</summary>
    internal void Remember(string reviewId, string text, Review state)
    {
        if (text.Length > LongText.PropertyCharacters)
            return;
        var places = PlacesOf(reviewId);
        // Where none is its own or free, it takes one of them by chance: whose that was is parsed again.
        ref var own = ref places[Random.Shared.Next(Together)];
        foreach (ref var place in places)
        {
            var held = Volatile.Read(ref place);
            if (held is null || held.Id == reviewId)
            {
                own = ref place;
                break;
            }
        }
        Volatile.Write(ref own, new(reviewId, text, state));
    }

    private Span<Known?> PlacesOf(string reviewId)
    {
        var first = (int)((uint)string.GetHashCode(reviewId, StringComparison.Ordinal) % (Remembered / Together)) * Together;
        return known.AsSpan(first, Together);
    }

    private sealed record Known(string Id, string Text, Review State);
}
