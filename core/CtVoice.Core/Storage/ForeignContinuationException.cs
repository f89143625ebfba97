namespace CtVoice.Core.Storage;

/// <summary>
/// A continuation that no page of its query ends with. It comes from outside, so it could lead to rows beside the range, such as the hashes
/// of keys beside what was done with them; it is refused before anything is read.
/// </summary>
public sealed class ForeignContinuationException() : ArgumentException("No page of this list ended there.");
