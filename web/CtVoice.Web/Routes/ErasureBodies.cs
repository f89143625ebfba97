using CtVoice.Core.Board.Erasing;

namespace CtVoice.Web.Routes;

/// <summary>An erase request.</summary>
/// <param name="Told">How the member was told what happens now and later; the words are in the answer to GET.</param>
internal sealed record EraseRequest(HowTold Told);

/// <summary>Where an erase request stands.</summary>
/// <param name="MemberId">Who asked.</param>
/// <param name="Erasure">The request; absent before there is one.</param>
/// <param name="TellMember">What the member is told, by language; the reference is made when the request is recorded.</param>
/// <param name="TellLater">What they are told who ask later by their reference, by language; absent before there is a request.</param>
public sealed record ErasureView(
    string MemberId, Erasure? Erasure, IReadOnlyDictionary<string, string> TellMember,
    IReadOnlyDictionary<string, string>? TellLater = null);

/// <summary>What others answered who hold copies of what an erased member was sent or wrote.</summary>
/// <param name="Says">Who was asked to delete what, when, and what they answered, in 1 to 2,000 characters. Name no number and no address:
/// it is kept.</param>
/// <param name="Settled">Everybody who was asked has answered: the office is reminded no more. Otherwise it goes on being reminded.</param>
internal sealed record ElsewhereRequest(string Says, bool Settled = false);

/// <summary>A wish to destroy sealed texts.</summary>
/// <param name="Authority">Number of the disposal approval (RC-108) that covers the series.</param>
/// <param name="Elsewhere">What phone company, mail service, backups and logs were asked to delete, when, and what they answered; sent
/// again, it is replaced. At most 2,000 characters.</param>
internal sealed record DisposeRequest(string Authority, string? Elsewhere = null);

/// <summary>A hold to set.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
/// <param name="ReviewId">Only texts of this review; all when absent.</param>
/// <param name="MemberId">Only texts of this member; all when absent.</param>
internal sealed record HoldRequest(HoldKind Kind, string Reason, string? ReviewId = null, string? MemberId = null);

/// <summary>A reason that must be given.</summary>
internal sealed record ReasonGiven(string Reason);

/// <summary>Which sealed words an auditor asks for, and why.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Reply">Number of the reply.</param>
/// <param name="Reason">Why; recorded before anything is shown.</param>
internal sealed record SealedWish(string ReviewId, int Reply, string Reason);

/// <summary>Sealed words, for an auditor.</summary>
/// <param name="Reply">Number of the reply.</param>
/// <param name="Words">As they were written; none when they were destroyed.</param>
public sealed record SealedWordsView(int Reply, IReadOnlyList<string> Words);
