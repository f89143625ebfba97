using CtVoice.Web.Pages;
using CtVoice.Web.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Files of the assembly: the stylesheet, the icon and the API's description.</summary>
internal static class FileRoutes
{
    internal static IEnumerable<Route> All =>
    [
        File("assets/site.css", "site.css", "text/css; charset=utf-8", "stylesheet", "The stylesheet of every page."),
        File("assets/icon.svg", "icon.svg", "image/svg+xml", "icon", "The sign of the board."),
        File("openapi.json", "openapi.json", "application/json", "openApi", "This description."),
    ];

    private static Route File(string template, string name, string contentType, string operationId, string summary)
    {
        var content = new Lazy<byte[]>(() => Asset.Read(name));
        return Route.Page(template, Access.Public,
            new Docs(operationId, summary).Returns(200, "The file; it has an ETag.", contentType),
            _ => Task.FromResult(Answer.File(content.Value, contentType)));
    }
}
