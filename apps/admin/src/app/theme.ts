import { fontFamily, palettes, radius } from '@dangxiao/web-kit/theme';
import { theme, type ThemeConfig } from 'antd';

/** antd's components in the colours of the shared theme. */
export function antdTheme(scheme: 'light' | 'dark'): ThemeConfig {
  const colour = palettes[scheme];
  const field = {
    activeBorderColor: colour.info,
    hoverBorderColor: colour.ink2,
    activeShadow: `0 0 0 2px ${colour.infoSoft}`,
  };
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.accent,
      colorTextLightSolid: colour.onAccent,
      colorLink: colour.info,
      colorSuccess: colour.good,
      colorWarning: colour.warn,
      colorError: colour.bad,
      colorInfo: colour.info,
      colorSuccessBg: colour.goodSoft,
      colorWarningBg: colour.warnSoft,
      colorErrorBg: colour.badSoft,
      colorInfoBg: colour.infoSoft,
      colorText: colour.ink,
      colorTextSecondary: colour.ink2,
      colorTextTertiary: colour.ink3,
      colorTextDescription: colour.ink3,
      colorTextPlaceholder: colour.ink3,
      colorBgLayout: colour.paper,
      colorBgContainer: colour.card,
      colorBorder: colour.control,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      fontFamily,
      fontSize: 14,
      borderRadius: radius.control,
      borderRadiusLG: radius.card,
      controlHeight: 36,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Layout: {
        headerBg: colour.card,
        siderBg: colour.card,
        bodyBg: colour.paper,
        headerPadding: '0 24px',
        headerHeight: 56,
      },
      Menu: { itemSelectedBg: colour.accentSoft, itemSelectedColor: colour.accent, itemBorderRadius: radius.control },
      Tree: { nodeSelectedBg: colour.accentSoft, directoryNodeSelectedBg: colour.accentSoft },
      // The accent belongs to the primary action and the place in the navigation; fields and boxes are calm.
      Input: field,
      InputNumber: field,
      DatePicker: field,
      Select: { activeBorderColor: colour.info, hoverBorderColor: colour.ink2, activeOutlineColor: colour.infoSoft },
      Checkbox: { colorPrimary: colour.info, colorPrimaryHover: colour.info },
      Radio: { colorPrimary: colour.info, colorPrimaryHover: colour.info },
      Collapse: { colorBorder: colour.line, headerBg: colour.card },
      Table: {
        headerBorderRadius: 0,
        headerBg: colour.paper,
        rowHoverBg: colour.paper,
        rowSelectedBg: colour.accentSoft,
        cellPaddingBlock: 11,
        cellPaddingInline: 12,
      },
    },
  };
}
