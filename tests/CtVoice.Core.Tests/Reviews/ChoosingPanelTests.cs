using CtVoice.Core.Board;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews;

public sealed class ChoosingPanelTests
{
    private static readonly PanelOverride Seat = new("m-12", OverrideKind.Seat, "Lives in that town.", Key);

    [Fact]
    public void An_override_with_a_reason_changes_the_panel_and_is_recorded()
    {
        var review = Preparing();
        var leaveOut = new PanelOverride(review.Panel!.Seats[0].MemberId, OverrideKind.LeaveOut, "Asked to skip this one.", Key);

        var change = ChoosingPanel.Override(review, Routed(12, leaveOut), [leaveOut], null, Key, Now).Change!;

        Assert.DoesNotContain(leaveOut.MemberId, change.State.Panel!.Seats.Concat(change.State.Panel.Reserve).Select(s => s.MemberId));
        Assert.Equal([leaveOut], change.State.Overrides);
        Assert.Equal("Asked to skip this one.", change.Ledger[0].Facts["overrides"]![0]!["reason"]!.GetValue<string>());
        Assert.DoesNotContain(leaveOut.MemberId, change.Ledger[0].Facts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_seated_by_the_coordinator_sits()
    {
        var change = ChoosingPanel.Override(Preparing(), Routed(12, Seat), [Seat], null, Key, Now).Change!;

        Assert.Contains("m-12", change.State.Panel!.Seats.Select(s => s.MemberId));
    }

    [Fact]
    public void Once_a_text_is_released_the_panel_stands()
    {
        var released = ReleasingTexts.Release(Preparing(), new("en"), [], Key, Now).Change!.State;

        Assert.Null(ChoosingPanel.Override(released, Routed(12, Seat), [Seat], null, Key, Now).Change);
    }

    [Fact]
    public void A_new_panel_does_not_start_the_clock_of_the_texts_again()
    {
        var review = Preparing();

        var later = ChoosingPanel.Override(review, Routed(12, Seat), [Seat], null, Key, Now.AddDays(2)).Change!.State;

        Assert.Equal(review.StageSince, later.StageSince);
    }

    [Fact]
    public void A_board_that_is_too_small_is_said_and_waits_for_the_coordinator()
    {
        var review = Preparing(members: 3);

        Assert.Equal(ReviewStage.ShortOfMembers, review.Stage);
        Assert.Contains(review.Panel!.Notes, n => n.Contains("majority of the board", StringComparison.Ordinal));
        Assert.Contains(ReviewLists.RowsOf(new(review, "", Core.Ledger.LedgerHead.Empty, 1, "e")),
            r => r is { Key: "r-1|too-few-members", Row: not null });
    }

    [Fact]
    public void More_members_on_the_board_end_the_wait()
    {
        var review = Preparing(members: 3);

        Assert.Null(ChoosingPanel.Record(review, Routed(4), [], Now).Change);
        Assert.Equal(ReviewStage.Preparing, ChoosingPanel.Record(review, Routed(8), [], Now).Change!.State.Stage);
    }

    [Fact]
    public void The_coordinator_can_go_on_with_a_short_panel_for_a_public_reason()
    {
        var review = Preparing(members: 3);

        Assert.Equal(ReviewStage.ShortOfMembers, ChoosingPanel.Override(review, Routed(3), [], null, Key, Now).Change!.State.Stage);
        var change = ChoosingPanel.Override(review, Routed(3), [], "The board is being renewed.", Key, Now).Change!;
        Assert.Equal(ReviewStage.Preparing, change.State.Stage);
        Assert.Equal("The board is being renewed.", change.State.Panel!.ShortBecause);
        Assert.Equal("The board is being renewed.", change.Ledger[0].Facts["shortBecause"]!.GetValue<string>());
    }

    [Fact]
    public void A_member_whose_language_has_no_text_is_a_thing_to_do()
    {
        var project = Project with { Texts = new Dictionary<string, Core.Projects.ResidentText> { ["en"] = Project.Texts["en"] } };
        var review = Preparing(8, project);

        Assert.Contains("es", ReleasingTexts.Unwritten(review));
        Assert.Contains(ReviewLists.RowsOf(new(review, "", Core.Ledger.LedgerHead.Empty, 1, "e")),
            r => r is { Key: "r-1|write-texts", Row: not null });
    }

    [Fact]
    public void A_language_that_messages_do_not_exist_in_is_a_thing_to_do()
    {
        var routing = Board.Residents.Routing(Members(8), "benefits");
        IReadOnlyList<BoardMember> board =
            [.. routing.Board, new(Board.Residents.Resident("m-90") with { Languages = ["pt"] }, MemberLoad.None)];

        var input = routing with { Board = board, Languages = ["en", "es"] };
        var routed = new RoutedPanel(Panels.Choose(input), Eligibility.LanguagesOutOfReach(input));
        var review = ChoosingPanel.Record(Routing(), routed, [], Now).Change!.State;

        Assert.Equal(["pt"], review.Panel!.LanguagesOutOfReach);
        Assert.Contains(ReviewLists.RowsOf(new(review, "", Core.Ledger.LedgerHead.Empty, 1, "e")),
            r => r is { Key: "r-1|language-out-of-reach", Row: not null });
    }
}
