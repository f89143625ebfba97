using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>What an import did, or would do.</summary>
/// <param name="Stored">True when the board now holds the file; false after a dry run or when there are faults.</param>
/// <param name="Added">Ids of new members.</param>
/// <param name="Changed">Ids of members with something different.</param>
/// <param name="Unchanged">Ids of members already stored as the file states them.</param>
/// <param name="Faults">What is wrong; with one fault or more nothing is stored.</param>
public sealed record BoardImportReport(
    bool Stored, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Unchanged,
    IReadOnlyList<CellFault> Faults)
{
    /// <summary>What is stored as it was written, and may not be meant so; absent when nothing is.</summary>
    public IReadOnlyList<CellFault>? Warnings { get; init; }
}

/// <summary>
/// Brings a board file into the stores. Every row is read and checked before the first is stored, and one fault stores
/// nothing. Importing a file again changes nothing; after a crash it finishes what the first attempt began.
/// </summary>
/// <remarks>
/// A file never undoes what a member has said since: the newest consent of a channel stays in force, what they said of pay stays,
/// a term that was renewed is not cut back to what it was, an empty state or discreet cell keeps what is known, members who are
/// not in the file stay, and contact data of somebody who has left are not stored. A contact is stored before its member, so
/// that nobody is chosen who cannot be reached.
/// </remarks>
public sealed class BoardImport(BoardStore board, ContactStore contacts, ContactIndex index)
{
    /// <summary>Imports a file, or with <paramref name="dryRun"/> says what that would do.</summary>
    public async Task<BoardImportReport> RunAsync(
        Stream csv, bool dryRun, IReadOnlySet<string>? knownPopulations = null, CancellationToken cancellationToken = default)
    {
        var file = BoardCsv.Read(csv, phone => index.OfPhone(phone)[..16], knownPopulations);
        var faults = file.Faults.Concat(await SharedOutsideAsync(file, cancellationToken)).OrderBy(fault => fault.Row).ToList();
        if (faults.Count > 0)
            return new BoardImportReport(Stored: false, [], [], [], faults);

        var added = new List<string>();
        var changed = new List<string>();
        var unchanged = new List<string>();
        foreach (var row in file.Rows)
        {
            var stored = await board.GetAsync(row.Member.Id, cancellationToken);
            var merged = Merge(stored, row);
            var keepsContact = merged.State != MemberState.Left;
            // A file says nothing of calls.
            var known = await contacts.ForSendingAsync(row.Member.Id, cancellationToken);
            var contact = row.Contact with { Post = row.Contact.Post ?? known?.Post };
            var sameContact = !keepsContact || (known is not null && known with { Calls = null } == contact);
            (stored is null ? added : ReferenceEquals(merged, stored) && sameContact ? unchanged : changed).Add(row.Member.Id);
            if (dryRun)
                continue;
            if (!sameContact)
                _ = await contacts.PutAsync(contact, cancellationToken: cancellationToken);
            _ = await board.ChangeAsync(row.Member.Id, current => Merge(current, row), cancellationToken);
        }
        return new BoardImportReport(!dryRun, added, changed, unchanged, []);
    }

    /// <summary>The member after the row; the stored one itself when nothing is different.</summary>
    internal static Member Merge(Member? stored, BoardFileRow row)
    {
        if (stored is null)
            return row.Member;
        if (stored.Erased)
            return stored;
        var start = row.Member with
        {
            Consent = stored.Consent,
            Pay = stored.Pay,
            Term = Renewing.TermAfter(stored, row.Member.Term),
            Renewals = stored.Renewals,
            State = row.SaysState ? row.Member.State : stored.State,
            Discreet = row.SaysDiscreet ? row.Member.Discreet : stored.Discreet || row.Member.Discreet,
        };
        var merged = row.Member.Consent.Aggregate(start, (member, record) => member.With(record));
        return Text(merged) == Text(stored) ? stored : merged;
    }

    private static string Text(Member member) => JsonSerializer.Serialize(member, WorkflowJson.Options);

    // The shared-number rule needs both who share a number: one of them outside the file would not be marked.
    private async Task<IReadOnlyList<CellFault>> SharedOutsideAsync(BoardFile file, CancellationToken cancellationToken)
    {
        var faults = new List<CellFault>();
        var inFile = file.Rows.Select(row => row.Member.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in file.Rows.Where(row => row.Contact.Phone is not null))
        {
            var others = await contacts.MembersOnPhoneAsync(row.Contact.Phone!, cancellationToken);
            if (others.FirstOrDefault(other => !inFile.Contains(other)) is { } other)
                faults.Add(new CellFault(row.Row, "phone", Practising.Is(other)
                    ? Practising.UsesIt
                    : $"{other}, who is not in the file, uses this number too: add their row, so that the two are never asked together."));
        }
        return faults;
    }
}
