using System.Net;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Access;

/// <summary>What cannot be undone, or gives others rights, asks for the key again where somebody signed in more than ten minutes ago.
/// (A trial copy asks for nothing: its clock jumps, and nobody there is real.)</summary>
public sealed class SigningInAgainTests
{
    [Fact]
    public async Task A_member_is_erased_only_by_who_signed_in_within_ten_minutes_and_what_was_typed_is_kept()
    {
        await using var story = await ReviewStory.BeginAsync(change: services => services.AddSingleton(new WebOptions()));
        using var desk = await DeskVisitor.SignInAsync(story);
        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        await desk.OpenAsync("/desk/members/m-08/erase");

        await desk.SendAsync("erase", ("told", "by-phone"));
        Assert.Equal(HttpStatusCode.Unauthorized, desk.Status);
        Assert.Contains("sign in again", desk.Says, StringComparison.OrdinalIgnoreCase);
        Assert.False((await story.MemberAsync("m-08")).Erased);

        // The form comes back as it was typed, and acts only when its button is pressed.
        await desk.SignInAgainAsync();
        Assert.False((await story.MemberAsync("m-08")).Erased);
        Assert.NotNull(desk.Page.QuerySelector("input[name=told][value=by-phone][checked]"));
        await desk.SendAsync("erase");
        Assert.True((await story.MemberAsync("m-08")).Erased);
    }

    [Fact]
    public async Task Within_ten_minutes_and_for_ordinary_work_nobody_is_asked_again()
    {
        await using var story = await ReviewStory.BeginAsync(change: services => services.AddSingleton(new WebOptions()));
        using var desk = await DeskVisitor.SignInAsync(story);
        await story.AdvanceAsync(TimeSpan.FromMinutes(9));
        await desk.OpenAsync("/desk/members/m-08/erase");
        await desk.SendAsync("erase", ("told", "by-phone"));
        Assert.True((await story.MemberAsync("m-08")).Erased);
        await story.AdvanceAsync(TimeSpan.FromMinutes(20));
        await desk.OpenAsync("/desk/holds");
        await desk.SendAsync("set", ("kind", "audit"), ("reason", "An audit was announced."));
        Assert.Contains("An audit was announced.", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_sees_the_sessions_of_others_with_what_their_keys_are_called_and_ends_one()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var auditor = await DeskVisitor.SignInAsync(story, Role.Auditor);
        using var desk = await DeskVisitor.SignInAsync(story);
        await auditor.OpenAsync("/sessions");
        Assert.DoesNotContain("Sessions of others", auditor.Says, StringComparison.Ordinal);

        await desk.OpenAsync("/sessions");
        Assert.Contains("Auditor of a test", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Signed in today, ", desk.Says, StringComparison.Ordinal);
        await desk.PressAsync("End it for Auditor of a test");
        Assert.DoesNotContain("Auditor of a test", desk.Says, StringComparison.Ordinal);
        await auditor.OpenAsync("/sessions");
        Assert.Equal(HttpStatusCode.Unauthorized, auditor.Status);
    }

    [Theory]
    [InlineData("/desk/people", "make")]
    [InlineData("/desk/settings/rules", "rules")]
    public async Task Making_keys_and_changing_the_rules_ask_again(string page, string form)
    {
        await using var story = await ReviewStory.BeginAsync(change: services => services.AddSingleton(new WebOptions()));
        using var desk = await DeskVisitor.SignInAsync(story);
        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        await desk.OpenAsync(page);
        await desk.SendAsync(form);
        Assert.Equal(HttpStatusCode.Unauthorized, desk.Status);
    }
}
