using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Files of the assembly: the stylesheet, the icon and the API's description.</summary>
internal static class FileRoutes
{
    internal static void MapFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFile("/assets/site.css", "site.css", "text/css; charset=utf-8", "stylesheet", "The stylesheet of every page.");
        endpoints.MapFile("/assets/icon.svg", "icon.svg", "image/svg+xml", "icon", "The sign of the board.");
        endpoints.MapFile("/openapi.json", "openapi.json", "application/json", "openApi", "This description.");
    }

    private static void MapFile(this IEndpointRouteBuilder endpoints, string pattern, string name, string contentType, string operationId,
        string summary)
    {
        var content = new Lazy<byte[]>(() => Asset.Read(name));
        endpoints.MapPage(pattern, _ => Task.FromResult(Answer.File(content.Value, contentType))).OpenTo(Access.Public)
            .WithName(operationId).WithSummary(summary);
    }
}
