using CtVoice.Web.Pages;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Routes;

/// <summary>The start page, and signing in and out.</summary>
internal static class PageRoutes
{
    internal static IEnumerable<Route> All =>
    [
        Route.Page("", Access.Public, new Docs("home", "The start page.").Returns(200, "The page.", "text/html"), HomeAsync),
        Route.Page("sign-in", Access.Public,
            new Docs("signInPage", "Asks for an access key.").Returns(200, "The page.", "text/html"),
            SignInPageAsync),
        Route.Form("sign-in", Access.Public,
            new Docs("signIn", "Opens a session for the holder of an access key.").Returns(303, "Signed in."), SignInAsync)
            with { Limits = new Limits(4096, Rate.Writes) },
        Route.Form("sign-out", Access.SignedIn(Enum.GetValues<Role>()),
            new Docs("signOut", "Ends the session.").Returns(303, "Signed out."), SignOutAsync),
    ];

    private static async Task<IResult> HomeAsync(HttpContext context)
    {
        var home = context.RequestServices.GetService<IHomePage>() is { } told
            ? await told.ReadAsync(context.RequestAborted)
            : HomePage.Plain;
        return Page.Of<Home>("Start", home);
    }

    // Whom the platform signed in already needs no key.
    private static async Task<IResult> SignInPageAsync(HttpContext context)
    {
        if (await context.Need<PlatformPrincipals>().FindAsync(context.Request, context.RequestAborted) is not { } known)
            return SignInPage(refused: false);
        await context.Need<PageSessions>().SignInAsync(context, known);
        return Answer.SeeOther("/");
    }

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var key = form["key"].ToString().Trim();
        if (await context.Need<AccessKeys>().FindAsync(key, context.RequestAborted) is not { } principal)
            return context.Need<Guesses>().Take(context.Caller(), key) is { } wait ? Problem.TooOften(wait) : SignInPage(refused: true);
        await context.Need<PageSessions>().SignInAsync(context, principal);
        return Answer.SeeOther("/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.Need<PageSessions>().SignOutAsync(context);
        return Answer.SeeOther("/");
    }

    private static Page SignInPage(bool refused) =>
        Page.Of<SignIn>("Sign in", new SignIn.Tried(refused), refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK);
}
