using CtVoice.Web.Desk.Components;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>A page of those who work here: what went wrong or was just done stands above its content.</summary>
internal static class DeskPage
{
    /// <summary>Who may open the coordinator's pages.</summary>
    internal static Access Coordinators { get; } = Access.SignedIn(Role.Coordinator, Role.Deputy);

    /// <summary>A page whose content is a component with a parameter <c>Model</c>.</summary>
    internal static IResult Of<TComponent>(HttpContext context, string title, object model, params IReadOnlyList<PageLink> crumbs)
        where TComponent : IComponent => new Page(title, builder =>
    {
        builder.OpenComponent<WhatHappened>(0);
        builder.CloseComponent();
        builder.OpenComponent<TComponent>(1);
        builder.AddComponentParameter(2, "Model", model);
        builder.CloseComponent();
    })
        { Desk = true, Crumbs = crumbs, Status = Typed.Of(context)?.Status ?? StatusCodes.Status200OK };
}
